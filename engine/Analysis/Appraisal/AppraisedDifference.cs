using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What an option is worth against the baseline, draw by draw: values by kind and ratios, each as a whole.</summary>
/// <remarks>It adds up in the order of <see cref="DifferenceAppraisal"/>, so that draw 0 is the central run to the bit.</remarks>
internal sealed class AppraisedDifference
{
    private readonly Appraisal terms;
    private readonly AppraisedLedger own;
    private readonly AppraisedLedger baseline;
    private readonly ImmutableArray<(int Own, int Other)> lines;
    private readonly ImmutableArray<ImmutableArray<Change>> changes;
    private readonly ImmutableArray<ImmutableArray<int>> groups;
    private readonly ImmutableArray<string> groupMeasures;
    private readonly ImmutableArray<bool> isFiscal;
    private readonly ImmutableArray<bool> investsIn;
    private readonly ImmutableArray<string> values;

    /// <summary>Finds what belongs together in two options.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="terms">How it is appraised.</param>
    /// <param name="option">The option.</param>
    /// <param name="own">Its ledger.</param>
    /// <param name="baseline">The baseline's.</param>
    public AppraisedDifference(Scenario scenario, Appraisal terms, OptionId option, AppraisedLedger own, AppraisedLedger baseline)
    {
        (this.terms, this.own, this.baseline) = (terms, own, baseline);
        var any = new Subject { Option = option.Name, Against = scenario.Baseline.Name, Measure = "", Unit = MeasureEntry.Money };
        var others = baseline.Lines.ToList();
        lines =
        [
            .. own.Lines.Select((line, row) => (row, others.IndexOf(line))),
            .. others.Select((line, row) => (Line: line, Row: row)).Where(line => !own.Lines.Contains(line.Line)).Select(line => (-1, line.Row)),
        ];
        changes = [.. terms.Values.Select(value => Changes(scenario, value))];
        Subject[] abouts =
        [
            .. lines.Select(line => (line.Own >= 0 ? own.Lines[line.Own] : others[line.Other]) with { Option = any.Option, Against = any.Against, Measure = DifferenceAppraisal.Fiscal }),
            .. terms.Values.Select(value => DifferenceAppraisal.AboutOf(value, any)),
        ];
        var alike = abouts.Index().GroupBy(entry => entry.Item, entry => entry.Index).ToArray();
        groups = [.. alike.Select(group => group.ToImmutableArray())];
        groupMeasures = [.. alike.Select(group => group.Key.Measure)];
        isFiscal = [.. abouts.Select(about => about.Measure == DifferenceAppraisal.Fiscal)];
        investsIn = [.. abouts.Select(about => about.Fund.Length > 0 || terms.InvestsIn.Any(service => service.Name == about.Service))];
        values = [.. Enum.GetValues<ValueKind>().Select(DifferenceAppraisal.MeasureOf).Where(measure => groupMeasures.Contains(measure))];
        var corrected = terms.CostsGrade is null ? ImmutableArray<string>.Empty : [DifferenceAppraisal.AfterBias];
        Outcomes =
        [
            .. from suffix in corrected.Insert(0, "") from measure in values select any with { Measure = measure + suffix },
            .. from suffix in corrected.Insert(0, "") from kind in (string[])["fiscal", "public"] select any with { Measure = $"benefit_cost_ratio_{kind}{suffix}", Unit = MeasureEntry.Ratio },
        ];
    }

    /// <summary>What is worked out: values by kind, the same after bias, ratios, the same after bias.</summary>
    public ImmutableArray<Subject> Outcomes { get; }

    /// <summary>Appraises one draw.</summary>
    /// <param name="ledgers">Ledgers of the option and of the baseline.</param>
    /// <param name="lane">The draw's lane.</param>
    /// <param name="costs">[line] net present costs of the option and of the baseline.</param>
    /// <param name="by">What the draw is appraised by.</param>
    /// <param name="results">[outcome] receives them; not a number for a ratio that is not there.</param>
    public void Read((Ledger Own, Ledger Baseline) ledgers, int lane, (double[] Own, double[] Baseline) costs, DrawnTerms by, Span<double> results)
    {
        Span<double> valued = stackalloc double[lines.Length + changes.Length];
        for (var line = 0; line < lines.Length; line++)
        {
            var (first, second) = lines[line];
            var difference = first < 0 ? 0.0 - costs.Baseline[second] : second < 0 ? costs.Own[first] : costs.Own[first] - costs.Baseline[second];
            valued[line] = 0.0 - difference;
        }

        Span<double> worth = stackalloc double[by.Money.Years];
        for (var value = 0; value < changes.Length; value++)
        {
            valued[lines.Length + value] = Worth(ledgers, lane, value, by, worth);
        }

        var at = 0;
        for (var pass = 0; pass < (terms.CostsGrade is null ? 1 : 2); pass++)
        {
            foreach (var measure in values)
            {
                results[at++] = Total(valued, measure, pass == 0 ? null : by);
            }
        }

        for (var pass = 0; pass < (terms.CostsGrade is null ? 1 : 2); pass++)
        {
            (results[at++], results[at++]) = Ratios(valued, pass == 0 ? 0.0 : by.CostBias, pass == 0 ? 0.0 : by.BenefitBias);
        }
    }

    /// <summary>Rows that count an outcome, in the order of the differences: the option's own, then those that the baseline alone has.</summary>
    private ImmutableArray<Change> Changes(Scenario scenario, OutcomeValue value)
    {
        var isHealth = value.Measure == "quality_adjusted_life_years";
        var discounter = new Discounter(scenario.Horizon, terms.Discounting, terms.Money);
        var left = baseline.Outcomes.Where(Fits).ToDictionary(row => (row.About, row.Year, row.Step), row => row.Row);
        var found = new List<Change>();
        foreach (var (about, year, step, row) in own.Outcomes.Where(Fits))
        {
            found.Add(Of(about, year, step, row, left.Remove((about, year, step), out var other) ? other : -1));
        }

        found.AddRange(baseline.Outcomes.Where(Fits).Where(row => left.ContainsKey((row.About, row.Year, row.Step))).Select(row => Of(row.About, row.Year, row.Step, -1, row.Row)));
        return [.. found];

        bool Fits((Subject About, int Year, int Step, int Row) row) =>
            row.About.Measure == value.Measure && discounter.Takes(Observed(row.About, row.Step)) && value.Where.All(column => row.About.Text(column.Key) == column.Value);

        // People are a stock: by step, each closing number stands for its part of a year.
        Change Of(Subject about, int year, int step, int first, int second) => new(
            first, second, year, step, discounter.StepOf(Observed(about, step)), step >= 0 && value.Measure == "people" ? 1.0 / scenario.Horizon.StepsPerYear : 1.0, isHealth);
    }

    private static Observation Observed(Subject about, int step) => new(about, "", step < 0 ? null : step + 1, 0.0);

    /// <summary>Present worth of the change in an outcome.</summary>
    private double Worth((Ledger Own, Ledger Baseline) ledgers, int lane, int value, DrawnTerms by, Span<double> years)
    {
        years.Clear();
        foreach (var change in changes[value])
        {
            var other = change.Other < 0 ? 0.0 : baseline.Value(ledgers.Baseline, lane, change.Other, change.Year, change.Step);
            var difference = change.Own < 0 ? 0.0 - other : own.Value(ledgers.Own, lane, change.Own, change.Year, change.Step) - other;
            years[change.Year] += by.Each[value] * change.Part * difference * (change.IsHealth ? by.Health : by.Money).At(change.Year, change.DiscountStep);
        }

        var whole = 0.0;
        foreach (var year in years)
        {
            whole += year;
        }

        return whole;
    }

    private double Total(ReadOnlySpan<double> valued, string measure, DrawnTerms? corrected)
    {
        var total = 0.0;
        for (var group = 0; group < groups.Length; group++)
        {
            if (groupMeasures[group] == measure)
            {
                var value = 0.0;
                foreach (var part in groups[group])
                {
                    value += valued[part];
                }

                total += corrected is null ? value : value < 0.0 ? value * (1.0 + corrected.CostBias) : value * (1.0 - corrected.BenefitBias);
            }
        }

        return total;
    }

    private (double Fiscal, double Public) Ratios(ReadOnlySpan<double> valued, double raised, double lowered)
    {
        var (cost, saved, others) = (0.0, 0.0, 0.0);
        for (var line = 0; line < valued.Length; line++)
        {
            if (!isFiscal[line])
            {
                others += valued[line];
            }
            else if (terms.InvestsIn.IsEmpty ? valued[line] < 0.0 : investsIn[line])
            {
                cost += 0.0 - valued[line];
            }
            else
            {
                saved += valued[line];
            }
        }

        cost *= 1.0 + raised;
        saved *= 1.0 - lowered;
        others *= 1.0 - lowered;
        return cost < DifferenceAppraisal.HalfAPenny ? (double.NaN, double.NaN) : (saved / cost, (saved + others) / cost);
    }

    /// <summary>A row of one year or step in both ledgers, -1 where there is none; whose discount factor it has, and how much of it counts.</summary>
    private readonly record struct Change(int Own, int Other, int Year, int Step, int DiscountStep, double Part, bool IsHealth);
}
