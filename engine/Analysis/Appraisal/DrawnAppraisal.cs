using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Appraises the draws of all options: what each is worth against the baseline in every draw.</summary>
/// <remarks>Where rates, worths or biases are uncertain, a draw is appraised by its own. Nothing is kept between blocks, so that threads
/// may share it.</remarks>
internal sealed class DrawnAppraisal
{
    private readonly Scenario scenario;
    private readonly Appraisal terms;
    private readonly Deflator deflator;
    private readonly PointScenario points;
    private readonly DrawnTerms central;
    private readonly bool movesRates;
    private readonly bool movesTerms;
    private readonly int baseline;
    private readonly ImmutableArray<AppraisedLedger> ledgers;
    private readonly ImmutableArray<(int Option, AppraisedDifference Difference)> differences;

    /// <summary>Prepares to appraise.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="terms">How it is appraised.</param>
    /// <param name="options">The options that run, the baseline among them.</param>
    /// <param name="layouts">[option] what their ledgers hold.</param>
    /// <param name="quantities">[quantity] what is drawn.</param>
    public DrawnAppraisal(
        Scenario scenario,
        Appraisal terms,
        ImmutableArray<Option> options,
        IReadOnlyList<LedgerLayout> layouts,
        ImmutableArray<Quantity> quantities
    )
    {
        (this.scenario, this.terms) = (scenario, terms);
        deflator = new Deflator(scenario);
        points = new PointScenario(scenario, quantities);
        central = DrawnTerms.Of(scenario, terms, deflator);
        movesRates = points.Moves(terms.Money) || points.Moves(terms.Health);
        movesTerms =
            movesRates
            || terms.Values.Any(value => points.Moves(value.Each))
            || terms.OptimismBias.Any(bias => points.Moves(bias.Costs) || points.Moves(bias.Benefits));
        baseline = Enumerable.Range(0, options.Length).First(option => options[option].Id == scenario.Baseline);
        ledgers = [.. options.Select((option, row) => new AppraisedLedger(scenario, terms, option, layouts[row], deflator))];
        differences =
        [
            .. from option in Enumerable.Range(0, options.Length)
               where option != baseline
               select (option, new AppraisedDifference(scenario, terms, options[option], ledgers[option], ledgers[baseline])),
        ];
    }

    /// <summary>What is worked out, option by option.</summary>
    public IEnumerable<Subject> Outcomes => differences.SelectMany(option => option.Difference.Outcomes);

    /// <summary>Appraises a block.</summary>
    /// <param name="block">[option] its ledgers.</param>
    /// <param name="quantities"><c>[quantity * lanes + lane]</c> its draws.</param>
    /// <param name="values"><c>[outcome * <see cref="DrawChunk.Draws"/> + draw]</c> receives the outcomes.</param>
    /// <param name="first">The first of them.</param>
    /// <param name="at">Place of the first lane in the chunk.</param>
    public void Read(Ledger[] block, ReadOnlySpan<double> quantities, double[] values, int first, int at)
    {
        var lanes = block[baseline].Lanes;
        var terms = new DrawnTerms[lanes];
        for (var lane = 0; lane < lanes; lane++)
        {
            terms[lane] = TermsOf(quantities, lanes, lane);
        }

        var by = new BlockTerms(scenario.Horizon, this.terms.Discounting != Discounting.ByYear, terms);
        double[][] costs = [.. ledgers.Select(ledger => new double[ledger.Lines.Count * scenario.Horizon.Years * lanes])];
        for (var option = 0; option < costs.Length; option++)
        {
            ledgers[option].Read(block[option], by, costs[option]);
        }

        foreach (var (option, difference) in differences)
        {
            var start = first;
            difference.Read((block[option], block[baseline]), (costs[option], costs[baseline]), by, (outcome, lane, value) =>
                values[((start + outcome) * DrawChunk.Draws) + at + lane] = value
            );
            first += difference.Outcomes.Length;
        }
    }

    private DrawnTerms TermsOf(ReadOnlySpan<double> quantities, int lanes, int lane)
    {
        if (!movesTerms)
        {
            return central;
        }

        var point = new double[quantities.Length / lanes];
        for (var row = 0; row < point.Length; row++)
        {
            point[row] = quantities[(row * lanes) + lane];
        }

        return DrawnTerms.Of(scenario, points.Terms(terms, row => point[row]), deflator, movesRates ? null : central);
    }
}
