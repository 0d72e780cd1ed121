using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What an option is worth against the baseline, draw by draw: values by kind and ratios, each as a whole.</summary>
/// <remarks>It adds up in the order of <see cref="DifferenceAppraisal"/>, line by line and year by year, so that draw 0 is the central run
/// to the bit.</remarks>
internal sealed class AppraisedDifference
{
    private readonly Appraisal terms;
    private readonly AppraisedLedger own;
    private readonly AppraisedLedger baseline;
    private readonly ImmutableArray<(int Own, int Other)> costs;
    private readonly ImmutableArray<ImmutableArray<Change>> changes;
    private readonly ImmutableArray<ValueLine> lines;
    private readonly ImmutableArray<ImmutableArray<int>> told;
    private readonly ImmutableArray<string> values;
    private readonly int yearCount;

    /// <summary>Finds what belongs together in two options.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="terms">How it is appraised.</param>
    /// <param name="option">The option.</param>
    /// <param name="own">Its ledger.</param>
    /// <param name="baseline">The baseline's.</param>
    public AppraisedDifference(Scenario scenario, Appraisal terms, Option option, AppraisedLedger own, AppraisedLedger baseline)
    {
        (this.terms, this.own, this.baseline) = (terms, own, baseline);
        yearCount = scenario.Horizon.Years;
        var against = scenario.Baseline.Name;
        ValueLine[] ownLines = [.. own.Lines.Select(Of)];
        ValueLine[] otherLines = [.. baseline.Lines.Select(Of)];
        costs =
        [
            .. ownLines.Select((line, row) => (row, Array.IndexOf(otherLines, line))),
            .. otherLines
                .Select((line, row) => (Line: line, Row: row))
                .Where(line => !ownLines.Contains(line.Line))
                .Select(line => (-1, line.Row)),
        ];
        changes = [.. terms.Values.Select(value => Changes(scenario, value))];
        lines =
        [
            .. costs.Select(line => line.Own >= 0 ? ownLines[line.Own] : otherLines[line.Other]),
            .. terms.Values.Select(value => ValueLine.OfOutcome(value, option, against)),
        ];
        told = [.. lines.Index().GroupBy(line => line.Item.About, line => line.Index).Select(alike => alike.ToImmutableArray())];
        values = [.. Enum.GetValues<ValueKind>().Where(kind => lines.Any(line => line.Kind == kind)).Select(ValueLine.MeasureOf)];
        var any = new Subject { Option = option.Id.Name, Against = against, Measure = "", Unit = MeasureEntry.Money };
        var suffixes = terms.IsCorrected ? ["", ValueLine.AfterBias] : ImmutableArray.Create("");
        Outcomes =
        [
            .. from suffix in suffixes from measure in values select any with { Measure = measure + suffix },
            .. from suffix in suffixes
            from kind in (string[])["fiscal", "public"]
            select any with
            {
                Measure = $"benefit_cost_ratio_{kind}{suffix}",
                Unit = MeasureEntry.Ratio,
            },
            .. from suffix in suffixes select any with { Measure = ValueLine.PutIn + suffix },
        ];

        ValueLine Of(Subject cost) => ValueLine.OfCost(cost, terms, option, against);
    }

    /// <summary>What is worked out: values by kind, ratios, the cost that these are taken to; each as forecast, then after
    /// bias.</summary>
    public ImmutableArray<Subject> Outcomes { get; }

    /// <summary>Appraises a block.</summary>
    /// <param name="ledgers">Ledgers of the option and of the baseline.</param>
    /// <param name="costs"><c>[(line * years + year) * lanes + lane]</c> discounted costs of the option and of the baseline.</param>
    /// <param name="by">What its draws are appraised by.</param>
    /// <param name="write">Takes an outcome and its lane: not a number for a ratio that is not there.</param>
    public void Read(
        (Ledger Own, Ledger Baseline) ledgers,
        (double[] Own, double[] Baseline) costs,
        BlockTerms by,
        Action<int, int, double> write
    )
    {
        var (asForecast, afterBias) = (new double[lines.Length * by.Lanes], new double[lines.Length * by.Lanes]);
        var ofYears = new double[yearCount * by.Lanes];
        for (var line = 0; line < lines.Length; line++)
        {
            if (line < this.costs.Length)
            {
                Saved(this.costs[line], costs, ofYears);
            }
            else
            {
                Worth(ledgers, line - this.costs.Length, by, ofYears);
            }

            AddYears(ofYears, by, asForecast.AsSpan(line * by.Lanes, by.Lanes), afterBias.AsSpan(line * by.Lanes, by.Lanes));
        }

        for (var lane = 0; lane < by.Lanes; lane++)
        {
            Write(OfLane(asForecast, by.Lanes, lane), terms.IsCorrected ? OfLane(afterBias, by.Lanes, lane) : null, lane, write);
        }
    }

    /// <summary>Adds up the years of a line, as they are forecast and corrected for optimism bias one by one.</summary>
    private void AddYears(double[] ofYears, BlockTerms by, Span<double> asForecast, Span<double> afterBias)
    {
        for (var at = 0; at < ofYears.Length; at++)
        {
            var lane = at % by.Lanes;
            asForecast[lane] += ofYears[at];
            if (terms.IsCorrected)
            {
                afterBias[lane] += ValueLine.Corrected(ofYears[at], by[lane].CostBias, by[lane].BenefitBias);
            }
        }
    }

    private double[] OfLane(double[] valued, int lanes, int lane)
    {
        var ofLane = new double[lines.Length];
        for (var line = 0; line < ofLane.Length; line++)
        {
            ofLane[line] = valued[(line * lanes) + lane];
        }

        return ofLane;
    }

    private void Write(double[] asForecast, double[]? afterBias, int lane, Action<int, int, double> write)
    {
        double[][] passes = afterBias is null ? [asForecast] : [asForecast, afterBias];
        var outcome = 0;
        foreach (var valued in passes)
        {
            foreach (var measure in values)
            {
                write(outcome++, lane, Total(valued, measure));
            }
        }

        foreach (var valued in passes)
        {
            var (_, ofFiscal, ofAll) = Ratios(valued);
            write(outcome++, lane, ofFiscal);
            write(outcome++, lane, ofAll);
        }

        foreach (var valued in passes)
        {
            write(outcome++, lane, Ratios(valued).Cost);
        }
    }

    private (double Cost, double Fiscal, double Public) Ratios(double[] valued) =>
        ValueLine.Ratios(lines, valued, !terms.InvestsIn.IsEmpty);

    /// <summary><c>[year * lanes + lane]</c> the cost that a line saves.</summary>
    private static void Saved((int Own, int Other) line, (double[] Own, double[] Baseline) costs, Span<double> saved)
    {
        for (var at = 0; at < saved.Length; at++)
        {
            var other = line.Other < 0 ? 0.0 : costs.Baseline[(line.Other * saved.Length) + at];
            var difference = line.Own < 0 ? 0.0 - other : costs.Own[(line.Own * saved.Length) + at] - other;
            saved[at] = 0.0 - difference;
        }
    }

    /// <summary>Rows that count an outcome, in the order of the differences: the option's own, then those that the baseline alone
    /// has.</summary>
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

        found.AddRange(
            baseline
                .Outcomes.Where(Fits)
                .Where(row => left.ContainsKey((row.About, row.Year, row.Step)))
                .Select(row => Of(row.About, row.Year, row.Step, -1, row.Row))
        );
        return [.. found];

        bool Fits((Subject About, int Year, int Step, int Row) row) =>
            row.About.Measure == value.Measure
            && discounter.Takes(Observed(row.About, row.Step))
            && value.Where.All(column => row.About.Text(column.Key) == column.Value);

        // People are a stock: by step, each closing number stands for its part of a year.
        Change Of(Subject about, int year, int step, int first, int second) =>
            new(
                first,
                second,
                year,
                step,
                discounter.StepOf(Observed(about, step)),
                step >= 0 && value.Measure == "people" ? 1.0 / scenario.Horizon.StepsPerYear : 1.0,
                isHealth
            );
    }

    private static Observation Observed(Subject about, int step) => new(about, "", step < 0 ? null : step + 1, 0.0);

    /// <summary><c>[year * lanes + lane]</c> present worth of the change in an outcome.</summary>
    private void Worth((Ledger Own, Ledger Baseline) ledgers, int value, BlockTerms by, Span<double> worth)
    {
        worth.Clear();
        foreach (var change in changes[value])
        {
            var first = change.Own < 0 ? [] : own.Values(ledgers.Own, change.Own, change.Year, change.Step);
            var second = change.Other < 0 ? [] : baseline.Values(ledgers.Baseline, change.Other, change.Year, change.Step);
            var factors = change.IsHealth ? by.HealthAt(change.Year, change.DiscountStep) : by.MoneyAt(change.Year, change.DiscountStep);
            var ofYear = worth.Slice(change.Year * by.Lanes, by.Lanes);
            for (var lane = 0; lane < ofYear.Length; lane++)
            {
                var difference = (first.IsEmpty ? 0.0 : first[lane]) - (second.IsEmpty ? 0.0 : second[lane]);
                ofYear[lane] += by[lane].Each[value] * change.Part * difference * factors[lane];
            }
        }
    }

    /// <summary>All values of a measure, lines that are told as one added up first.</summary>
    private double Total(ReadOnlySpan<double> valued, string measure)
    {
        var total = 0.0;
        foreach (var alike in told)
        {
            if (lines[alike[0]].About.Measure == measure)
            {
                var value = 0.0;
                foreach (var line in alike)
                {
                    value += valued[line];
                }

                total += value;
            }
        }

        return total;
    }

    /// <summary>A row of one year or step in both ledgers, -1 where there is none; whose discount factor it has, and how much of it
    /// counts.</summary>
    private readonly record struct Change(int Own, int Other, int Year, int Step, int DiscountStep, double Part, bool IsHealth);
}
