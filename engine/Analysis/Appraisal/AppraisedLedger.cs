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
            AddSurpluses(appraisal, money, reading.Subjects(year), year);
        }
    }

    /// <summary>[line] what costs belong to, without the option's name.</summary>
    public IReadOnlyList<Subject> Lines => lines;

    /// <summary>Rows that count outcomes which have a stated worth, without the option's name; the step within its year from 0, or -1 for the year.</summary>
    public IReadOnlyList<(Subject About, int Year, int Step, int Row)> Outcomes => outcomes;

    /// <summary>The net present cost of every line of one draw.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="lane">The draw's lane.</param>
    /// <param name="money">Discounts money.</param>
    /// <param name="costs">[line] receives them.</param>
    public void Read(Ledger ledger, int lane, Discounter money, Span<double> costs)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            var whole = 0.0;
            for (var year = 0; year < years; year++)
            {
                whole += InYear(ledger, lane, money, line, year);
            }

            costs[line] = whole;
        }
    }

    /// <summary>The value of a row.</summary>
    public double Value(Ledger ledger, int lane, int row, int year, int step) =>
        step < 0 ? ledger.Year(row, year)[lane] : ledger.Step(row, (year * stepsPerYear) + step)[lane];

    private double InYear(Ledger ledger, int lane, Discounter money, int line, int year)
    {
        var cost = 0.0;
        foreach (var part in parts[line][year])
        {
            cost += part.Weight * deflator.Real(Value(ledger, lane, part.Row, year, part.Step), year) * money.At(year, part.DiscountStep);
        }

        foreach (var surplus in surpluses[line][year])
        {
            var ofServices = 0.0;
            foreach (var (row, sign) in surplus.OfServices)
            {
                ofServices += sign * ledger.Year(row, year)[lane];
            }

            var value = ledger.Year(surplus.Row, year)[lane];
            if (value - ofServices > OptionAppraisal.HalfAPenny)
            {
                cost += surplus.Weight * deflator.Real(ofServices - value, year) * money.At(year, surplus.DiscountStep);
            }
        }

        return cost;
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
    private void AddSurpluses(OptionAppraisal appraisal, Discounter money, ImmutableArray<Subject?> subjects, int year)
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
