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
    private readonly List<List<Surplus>[]> surpluses = [];
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
        var reading = new LedgerReading(option, scenario.Horizon, layout);
        var appraisal = new OptionAppraisal(scenario, terms, option, deflator);
        var money = new Discounter(scenario.Horizon, terms.Discounting, terms.Money);
        HashSet<string> valued = [.. terms.Values.Select(value => value.Measure)];
        for (var year = 0; year < years; year++)
        {
            foreach (var (about, step, row) in Rows(reading.Subjects(year), layout, isByStep: terms.Discounting != Discounting.ByYear))
            {
                var observation = new Observation(about, "", step < 0 ? null : step + 1, 0.0);
                if (appraisal.WeightOf(about) is not 0 and var weight && money.Takes(observation))
                {
                    parts[LineOf(appraisal.LineOf(about))][year].Add(new Part(row, step, weight, money.StepOf(observation)));
                }

                if (valued.Contains(about.Measure))
                {
                    outcomes.Add((about with { Option = "" }, year, step, row));
                }
            }
        }

        for (var year = 0; year < years; year++)
        {
            FindSurpluses(appraisal, money, reading.Subjects(year), year);
        }
    }

    /// <summary>[line] what costs belong to, without the option's name.</summary>
    public IReadOnlyList<Subject> Lines => lines;

    /// <summary>Rows that count outcomes which have a stated worth, without the option's name; the step within its year from 0, or -1 for the year.</summary>
    public IReadOnlyList<(Subject About, int Year, int Step, int Row)> Outcomes => outcomes;

    /// <summary>The net present costs of every line and draw of a block.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="by">What the draws are appraised by.</param>
    /// <param name="costs"><c>[line * lanes + lane]</c> receives them.</param>
    public void Read(Ledger ledger, BlockTerms by, double[] costs)
    {
        var lanes = ledger.Lanes;
        Array.Clear(costs);
        var cost = new double[lanes];
        for (var line = 0; line < lines.Count; line++)
        {
            var whole = costs.AsSpan(line * lanes, lanes);
            for (var year = 0; year < years; year++)
            {
                Array.Clear(cost);
                AddParts(ledger, by, parts[line][year], year, cost);
                AddSurpluses(ledger, by, surpluses[line][year], year, cost);
                for (var lane = 0; lane < lanes; lane++)
                {
                    whole[lane] += cost[lane];
                }
            }
        }
    }

    /// <summary>[lane] the values of a row.</summary>
    public ReadOnlySpan<double> Values(Ledger ledger, int row, int year, int step) =>
        step < 0 ? ledger.Year(row, year) : ledger.Step(row, (year * stepsPerYear) + step);

    private void AddParts(Ledger ledger, BlockTerms by, List<Part> ofLine, int year, double[] cost)
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

    private void AddSurpluses(Ledger ledger, BlockTerms by, List<Surplus> ofLine, int year, double[] cost)
    {
        foreach (var surplus in ofLine)
        {
            var values = ledger.Year(surplus.Row, year);
            var factors = by.MoneyAt(year, surplus.DiscountStep);
            for (var lane = 0; lane < cost.Length; lane++)
            {
                var ofServices = 0.0;
                foreach (var (row, sign) in surplus.OfServices)
                {
                    ofServices += sign * ledger.Year(row, year)[lane];
                }

                if (values[lane] - ofServices > OptionAppraisal.HalfAPenny)
                {
                    cost[lane] += surplus.Weight * deflator.Real(ofServices - values[lane], year) * factors[lane];
                }
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

    /// <summary>What public providers get for contracts that are broken: of their surplus what their services do not explain.</summary>
    private void FindSurpluses(OptionAppraisal appraisal, Discounter money, ImmutableArray<Subject?> subjects, int year)
    {
        for (var row = 0; row < subjects.Length; row++)
        {
            if (subjects[row] is not { Measure: "provider_surplus" } surplus || !appraisal.IsPublicBody(surplus.Organisation))
            {
                continue;
            }

            var about = surplus with { Measure = "break_charge" };
            var ofServices = Enumerable.Range(0, subjects.Length)
                .Where(service => subjects[service] is { } known && known.Provider == surplus.Organisation && OptionAppraisal.SignInSurplus(known.Measure) != 0.0)
                .Select(service => (service, OptionAppraisal.SignInSurplus(subjects[service]!.Measure)));
            var step = money.StepOf(new Observation(about, "", null, 0.0));
            surpluses[LineOf(appraisal.LineOf(about))][year].Add(new Surplus(row, appraisal.WeightOf(about), step, [.. ofServices]));
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
            surpluses.Add([.. Enumerable.Range(0, years).Select(_ => new List<Surplus>())]);
        }

        return row;
    }

    /// <summary>A row of a line's cost in a year, by what it is multiplied, and whose discount factor it has.</summary>
    private readonly record struct Part(int Row, int Step, int Weight, int DiscountStep);

    /// <summary>A public provider's surplus, and the rows of its services.</summary>
    private sealed record Surplus(int Row, int Weight, int DiscountStep, ImmutableArray<(int Row, double Sign)> OfServices);
}
