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
    private readonly int yearCount;

    /// <summary>Finds what belongs together in two options.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="terms">How it is appraised.</param>
    /// <param name="option">The option.</param>
    /// <param name="own">Its ledger.</param>
    /// <param name="baseline">The baseline's.</param>
    public AppraisedDifference(Scenario scenario, Appraisal terms, OptionId option, AppraisedLedger own, AppraisedLedger baseline)
    {
        (this.terms, this.own, this.baseline) = (terms, own, baseline);
        yearCount = scenario.Horizon.Years;
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

    /// <summary>Appraises a block.</summary>
    /// <param name="ledgers">Ledgers of the option and of the baseline.</param>
    /// <param name="costs"><c>[line * lanes + lane]</c> net present costs of the option and of the baseline.</param>
    /// <param name="by">What its draws are appraised by.</param>
    /// <param name="write">Takes an outcome and its lane: not a number for a ratio that is not there.</param>
    public void Read((Ledger Own, Ledger Baseline) ledgers, (double[] Own, double[] Baseline) costs, BlockTerms by, Action<int, int, double> write)
    {
        var valued = new double[(lines.Length + changes.Length) * by.Lanes];
        for (var line = 0; line < lines.Length; line++)
        {
            Saved(lines[line], costs, valued.AsSpan(line * by.Lanes, by.Lanes));
        }

        for (var value = 0; value < changes.Length; value++)
        {
            Worth(ledgers, value, by, valued.AsSpan((lines.Length + value) * by.Lanes, by.Lanes));
        }

        var ofLane = new double[lines.Length + changes.Length];
        for (var lane = 0; lane < by.Lanes; lane++)
        {
            for (var line = 0; line < ofLane.Length; line++)
            {
                ofLane[line] = valued[(line * by.Lanes) + lane];
            }

            Write(ofLane, by[lane], lane, write);
        }
    }

    private void Write(double[] valued, DrawnTerms by, int lane, Action<int, int, double> write)
    {
        var outcome = 0;
        var isCorrected = terms.CostsGrade is not null;
        for (var pass = 0; pass < (isCorrected ? 2 : 1); pass++)
        {
            foreach (var measure in values)
            {
                write(outcome++, lane, Total(valued, measure, pass == 0 ? null : by));
            }
        }

        for (var pass = 0; pass < (isCorrected ? 2 : 1); pass++)
        {
            var (fiscal, whole) = Ratios(valued, pass == 0 ? 0.0 : by.CostBias, pass == 0 ? 0.0 : by.BenefitBias);
            write(outcome++, lane, fiscal);
            write(outcome++, lane, whole);
        }
    }

    /// <summary>[lane] net present cost that a line saves.</summary>
    private static void Saved((int Own, int Other) line, (double[] Own, double[] Baseline) costs, Span<double> saved)
    {
        for (var lane = 0; lane < saved.Length; lane++)
        {
            var other = line.Other < 0 ? 0.0 : costs.Baseline[(line.Other * saved.Length) + lane];
            var difference = line.Own < 0 ? 0.0 - other : costs.Own[(line.Own * saved.Length) + lane] - other;
            saved[lane] = 0.0 - difference;
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

    /// <summary>[lane] present worth of the change in an outcome.</summary>
    private void Worth((Ledger Own, Ledger Baseline) ledgers, int value, BlockTerms by, Span<double> worth)
    {
        var years = new double[yearCount * worth.Length];
        foreach (var change in changes[value])
        {
            var first = change.Own < 0 ? [] : own.Values(ledgers.Own, change.Own, change.Year, change.Step);
            var second = change.Other < 0 ? [] : baseline.Values(ledgers.Baseline, change.Other, change.Year, change.Step);
            var factors = change.IsHealth ? by.HealthAt(change.Year, change.DiscountStep) : by.MoneyAt(change.Year, change.DiscountStep);
            var ofYear = years.AsSpan(change.Year * worth.Length, worth.Length);
            for (var lane = 0; lane < worth.Length; lane++)
            {
                var difference = (first.IsEmpty ? 0.0 : first[lane]) - (second.IsEmpty ? 0.0 : second[lane]);
                ofYear[lane] += by[lane].Each[value] * change.Part * difference * factors[lane];
            }
        }

        worth.Clear();
        for (var at = 0; at < years.Length; at++)
        {
            worth[at % worth.Length] += years[at];
        }
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
