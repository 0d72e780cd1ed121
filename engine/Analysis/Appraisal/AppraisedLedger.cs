using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Where an option's ledger has what the appraisal counts, found once, so that draws are appraised without their tables.</summary>
/// <remarks>It adds up in the order of <see cref="OptionAppraisal"/>, so that draw 0 is the central run to the bit.</remarks>
internal sealed class AppraisedLedger
{
    private readonly Deflator deflator;
    private readonly int years;
    private readonly int stepsPerYear;
    private readonly List<Subject> lines = [];
    private readonly Dictionary<Subject, int> lineOf = [];
    private readonly List<List<Part>[]> parts = [];
    private readonly List<(Subject About, int Year, int Step, int Row)> outcomes = [];

    /// <summary>Finds everything.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="terms">How it is appraised.</param>
    /// <param name="option">The option.</param>
    /// <param name="layout">What its ledger holds.</param>
    /// <param name="deflator">Turns nominal into real values.</param>
    public AppraisedLedger(Scenario scenario, Appraisal terms, Option option, LedgerLayout layout, Deflator deflator)
    {
        this.deflator = deflator;
        (years, stepsPerYear) = (scenario.Horizon.Years, scenario.Horizon.StepsPerYear);
        var reading = new LedgerReading(scenario, option, layout);
        var appraisal = new OptionAppraisal(scenario, terms, option, deflator);
        var money = new Discounter(scenario.Horizon, terms.Discounting, terms.Money);
        HashSet<string> valued = [.. terms.Values.Select(value => value.Measure)];
        for (var year = 0; year < years; year++)
        {
            foreach (var (about, step, row) in Rows(reading.Subjects(year), layout, isByStep: terms.Discounting != Discounting.ByYear))
            {
                var observation = new Observation(about, "", step < 0 ? null : step + 1, 0.0);
                if (appraisal.CountsOf(about) is { IsEmpty: false } counted && money.Takes(observation))
                {
                    foreach (var (line, weight) in counted)
                    {
                        parts[LineOf(line)][year].Add(new Part(row, step, weight, money.StepOf(observation)));
                    }
                }

                if (valued.Contains(about.Measure))
                {
                    outcomes.Add((about with { Option = "" }, year, step, row));
                }
            }
        }
    }

    /// <summary>[line] what costs belong to, without the option's name.</summary>
    public IReadOnlyList<Subject> Lines => lines;

    /// <summary>Rows that count outcomes which have a stated worth, without the option's name; the step within its year from 0, or -1 for
    /// the year.</summary>
    public IReadOnlyList<(Subject About, int Year, int Step, int Row)> Outcomes => outcomes;

    /// <summary>The discounted costs of every line, year and draw of a block.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="by">What the draws are appraised by.</param>
    /// <param name="costs"><c>[(line * years + year) * lanes + lane]</c> receives them.</param>
    public void Read(Ledger ledger, BlockTerms by, double[] costs)
    {
        Array.Clear(costs);
        for (var line = 0; line < lines.Count; line++)
        {
            for (var year = 0; year < years; year++)
            {
                AddParts(ledger, by, parts[line][year], year, costs.AsSpan(((line * years) + year) * ledger.Lanes, ledger.Lanes));
            }
        }
    }

    /// <summary>[lane] the values of a row.</summary>
    public ReadOnlySpan<double> Values(Ledger ledger, int row, int year, int step) =>
        step < 0 ? ledger.Year(row, year) : ledger.Step(row, (year * stepsPerYear) + step);

    private void AddParts(Ledger ledger, BlockTerms by, List<Part> ofLine, int year, Span<double> cost)
    {
        foreach (var part in ofLine)
        {
            var values = Values(ledger, part.Row, year, part.Step);
            var factors = by.MoneyAt(year, part.DiscountStep);
            var weight = (double)part.Weight;
            var real = deflator.Real(1.0, year);
            for (var lane = 0; lane < cost.Length; lane++)
            {
                cost[lane] += weight * (values[lane] * real) * factors[lane];
            }
        }
    }

    /// <summary>Rows of a year in the order of the observations: step by step where steps are kept, then those of the year.</summary>
    private IEnumerable<(Subject About, int Step, int Row)> Rows(ImmutableArray<Subject?> subjects, LedgerLayout layout, bool isByStep)
    {
        for (var step = isByStep ? 0 : stepsPerYear; step < stepsPerYear; step++)
        {
            for (var row = 0; row < subjects.Length; row++)
            {
                if (layout.StepOutputs[row] >= 0 && subjects[row] is { } about)
                {
                    yield return (about, step, row);
                }
            }
        }

        for (var row = 0; row < subjects.Length; row++)
        {
            if (subjects[row] is { } about)
            {
                yield return (about, -1, row);
            }
        }
    }

    private int LineOf(Subject line)
    {
        var about = line with { Option = "" };
        if (!lineOf.TryGetValue(about, out var row))
        {
            lineOf.Add(about, row = lines.Count);
            lines.Add(about);
            parts.Add([.. Enumerable.Range(0, years).Select(_ => new List<Part>())]);
        }

        return row;
    }

    /// <summary>A row of a line's cost in a year, by what it is multiplied, and whose discount factor it has.</summary>
    private readonly record struct Part(int Row, int Step, int Weight, int DiscountStep);
}
