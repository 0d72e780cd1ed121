using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Charts of money against the baseline: how much, who gains, why, when, how sure.</summary>
internal sealed class MoneyClaims(
    AnswerReader reader,
    EvidenceRequest request,
    Titles titles,
    Answer answer,
    ClaimFrame frame,
    OptionsTable options,
    Narrative story
)
{
    private const int MostLines = 4;

    /// <summary>The charts, the most important first; none where nothing moves.</summary>
    public IEnumerable<Claim> All() =>
        new[] { Difference(), reader.Featured is null ? null : Gains() }
            .Concat(reader.Featured is null ? [] : [Drivers(), Tornado()])
            .Concat([Options(), BreakEven(), Curves()])
            .Concat(reader.Featured is null ? [] : [Positions(), Chance()])
            .OfType<Claim>();

    private Claim? Curves() => AcceptabilityClaim.Of(reader, frame) is { HasCurves: true } acceptability ? acceptability.Curves() : null;

    private OptionId Told => reader.Featured!.Value;

    private OptionLine Line => options.Lines.First(line => line.Options.Contains(Told));

    private IEnumerable<OptionLine> Others => options.Lines.Where(line => !line.IsBaseline);

    private const double Penny = 0.01;

    private string Against => $"against {reader.TitleOf(reader.Scenario.Baseline)}";

    private string FeaturedTitle => reader.TitleOf(Told);

    private Claim? Difference()
    {
        var baseline = options.Lines.First(line => line.IsBaseline);
        IntervalRow[] rows =
        [
            .. from line in Others
               let spent = line.Difference!
               select new IntervalRow(OptionsRows.NameOf(line), spent.Middle.Value, spent.Low?.Value, spent.High?.Value)
               {
                   Central = spent.Low is null ? null : reader.SpendDifference(line.Options[0]).Value,
                   Beside = Beside(line, baseline),
               },
        ];
        rows = SetApart(rows);
        if (rows.All(row => new[] { row.Value, row.Low ?? 0.0, row.High ?? 0.0 }.All(Amount.IsNothing)))
        {
            return null;
        }

        var says = rows.Any(row => row.Low is not null)
            ? "; bars are likely ranges, full marks the average, hollow ones central values"
            : reader.Headlined is null ? ", central values" : ", on average";
        var about = frame.Around(
            "difference",
            titles.Difference(options),
            $"Spending on services over {reader.Span} {Against}, {reader.Pricing}{says}"
        );
        return frame.Spending(new IntervalChart(about, [.. rows], ChartUnit.Money).Draw(), story.Whole ?? story.Answer[0]);
    }

    /// <summary>The rows, with one that squashes all others set apart in words.</summary>
    private static IntervalRow[] SetApart(IntervalRow[] rows)
    {
        const double Times = 8.0;
        double[] reach = [.. rows.Select(row => new[] { row.Value, row.Low ?? 0.0, row.High ?? 0.0, row.Central ?? 0.0 }.Max(Math.Abs))];
        double[] ordered = [.. reach.OrderDescending()];
        return rows.Length > 2 && ordered[0] > Times * ordered[1] && !Amount.IsNothing(ordered[1])
            ? [.. rows.Zip(reach, (row, far) => row with { IsApart = far == ordered[0] })]
            : rows;
    }

    /// <summary>Who is helped and who is turned away, and how good the evidence is.</summary>
    private static string Beside(OptionLine line, OptionLine baseline)
    {
        string[] said =
        [
            .. line.Helped is { } helped && baseline.Helped is { } before ? People(helped.Value - before.Value, "helped") : [],
            .. People(line.TurnedAway.Value - baseline.TurnedAway.Value, "turned away"),
            .. line.Grades.OrderByDescending(grade => grade.Share).Take(1)
                .Select(grade => grade.Grade is { } letter ? $"mostly grade {letter}" : "mostly no grade"),
        ];
        return AnswerReader.Capital(string.Join(", ", said));

        static string[] People(double more, string what) => Nothing.IsNumber(more) ? [] : [$"{Answer.MoreOrFewer(more)} {what}"];
    }

    private Claim? Gains()
    {
        var gained = answer.GainedBy(Told);
        // What leaves the place is not drawn, and no match for means.
        var leaves = reader.Headlined is null ? reader.Sum(Told, "leaves", isDifference: true).Value : 0.0;
        var parts = gained
            .Select(account => new Series(account.Title, GainByYear(account.Name)))
            .Append(
                new Series(
                    reader.Headlined is null ? "Leaves the place" : "Leaves, central",
                    reader.ByYear(Told, "leaves", true, _ => true)
                )
            )
            .Where(part => part.Values.Any(value => !Amount.IsNothing(value)))
            .ToArray();
        if (parts.Length == 0)
        {
            return null;
        }

        var paysMore = !Line.Payers.IsEmpty;
        var about = frame.Around(
            "gains",
            titles.Gains(gained, leaves, paysMore),
            $"Gain or loss in position a year, {FeaturedTitle} {Against}, {reader.Pricing}, {(reader.Headlined is null ? "central values" : "on average")}"
        );
        return frame.Gaining(
            new ColumnChart(about, reader.Years, [.. parts], ChartUnit.Money).Draw(),
            new OptionStory(reader, request, Line).Keeps()
        );
    }

    private ImmutableArray<double> GainByYear(string account) =>
        reader.Range(Told, "gain", 0, account) is null
            ? reader.ByYear(Told, "gain", true, about => IsOf(about, account))
            : [.. Enumerable.Range(0, reader.Years.Length).Select(year => reader.Range(Told, "gain", year, account)!.Middle.Value)];

    private Claim? Drivers()
    {
        if (request.Waterfall is not { Bars.IsEmpty: false } waterfall)
        {
            return null;
        }

        var steps = waterfall.Bars.Select(bar => new WaterfallStep($"{AnswerReader.Capital(bar.Driver)}: {bar.Meaning}", bar.Value));
        if (!Amount.IsNothing(waterfall.Interaction))
        {
            steps = steps.Append(new WaterfallStep("Interaction: what they do together", waterfall.Interaction));
        }

        var about = frame.Around(
            "drivers",
            titles.Drivers(),
            $"What changes spending over {reader.Span}, driver by driver, {reader.Pricing}, central values"
        );
        return frame.Central(
            new WaterfallChart(
                about,
                reader.TitleOf(waterfall.Against),
                [.. steps],
                reader.TitleOf(waterfall.Option),
                ChartUnit.Money
            ).Draw(),
            answer.Why(Told)
        );
    }

    private Claim? Tornado()
    {
        if (request.Sensitivity is not { Rows.IsEmpty: false } sensitivity)
        {
            return null;
        }

        var about = frame.Around(
            "tornado",
            Titles.Matters(sensitivity.Widest[0]),
            $"Spending over {reader.Span}, {FeaturedTitle} {Against}: each number from the 10th to the 90th percentile of what is drawn, {reader.Pricing}"
        );
        return frame.Spending(
            new TornadoChart(about, sensitivity.Central, sensitivity.Widest, ChartUnit.Money).Draw(),
            Prose.Of(answer.LeansOn())
        );
    }

    private Claim? Options()
    {
        var panels = Others
            .Select(line => Ranged(line, reader.ByYear(line.Options[0], "spend", true, _ => true), "spend_together"))
            .ToImmutableArray();
        if (panels.All(IsStill))
        {
            return null;
        }

        var told = reader.Featured is { } option ? Others.FirstOrDefault(line => line.Options.Contains(option)) : null;
        var title = told is null ? $"Spending of {Figures.Counted(panels.Length, "option", "options")} by year"
            : reader.Headlined is null ? titles.Years(reader.ByYear(told.Options[0], "spend", true, _ => true))
            : titles.LikelyYears(Ranged(told, reader.ByYear(told.Options[0], "spend", true, _ => true), "spend_together"));
        var about = frame.Around("options", title, $"Spending on services a year {Against}, {reader.Pricing}{Ribbons}");
        return Drawn(
            new PanelChart(about, reader.Years, panels, ChartUnit.Money).Draw(),
            told is null ? story.Answer[0]
                : Prose.Of(
                    $"With {reader.Quoted(Told)} less is spent in {Less(reader.ByYear(told.Options[0], "spend", true, _ => true))} of {reader.Span} than with {reader.Quoted(reader.Scenario.Baseline)}{(reader.Draws is null ? "" : ", at central values")}."
                )
        );
    }

    private static bool IsStill(Series line) => line.All.All(value => Amount.IsNothing(value));

    private static int Less(ImmutableArray<double> differences) => differences.Count(value => Amount.IsBelow(value));

    private Claim? BreakEven()
    {
        var lines = Others.Select(line => Ranged(line, ToDate(line.Options[0]), "spend_to_date")).ToImmutableArray();
        if (lines.All(IsStill))
        {
            return null;
        }

        var drawn = reader.Featured is { } option ? Reporting.BreakEven.Of(reader, option) : null;
        var title = reader.Featured is null ? $"Spending of {Figures.Counted(lines.Length, "option", "options")} to date"
            : (reader.Headlined is null ? null : drawn?.Title()) ?? titles.BreakEven(ToDate(Told));
        var whose = reader.Featured is null ? "" : lines.Length > 1 ? $"; the title tells of {FeaturedTitle}" : $", {FeaturedTitle}";
        var about = frame.Around(
            "break-even",
            title,
            $"Spent more or less to date {Against}{whose}, {reader.Pricing}, not discounted{Ribbons}"
        );
        var picture =
            lines.Length > 1
                ? new PanelChart(about, reader.Years, lines, ChartUnit.Money).Draw()
                : new LineChart(about, reader.Years, lines, ChartUnit.Money).Draw();
        return Drawn(
            picture,
            reader.Featured is null ? story.Answer[0]
                : (reader.Headlined is null ? null : drawn?.Sentence()) ?? Prose.Of($"{reader.Quoted(Told)}: {title}.")
        );
    }

    private string Ribbons => reader.Draws is null ? ", central values" : "; lines are central values, ribbons likely ranges";

    private Claim Drawn(Picture picture, Prose sentence) =>
        reader.Draws is null ? frame.Central(picture, sentence) : frame.Spending(picture, sentence);

    /// <summary>[year] what an option has spent more up to then, GBP.</summary>
    private ImmutableArray<double> ToDate(OptionId option)
    {
        var toDate = new double[reader.Years.Length];
        foreach (var (year, value) in reader.ByYear(option, "spend", true, _ => true).Index())
        {
            toDate[year] = value + (year > 0 ? toDate[year - 1] : 0.0);
        }

        return [.. toDate];
    }

    /// <summary>Differences of an option by year, with their range where there is one.</summary>
    private Series Ranged(OptionLine of, ImmutableArray<double> values, string measure)
    {
        var option = of.Options[0];
        var line = new Series(OptionsRows.NameOf(of), values);
        return reader.OfDraws(option, measure, 0, "p10") is null ? line : line with { Low = Percentile("p10"), High = Percentile("p90") };

        ImmutableArray<double> Percentile(string statistic) =>
            [.. Enumerable.Range(0, values.Length).Select(year => reader.OfDraws(option, measure, year, statistic)!.Value)];
    }

    private Claim? Positions()
    {
        var lines = answer.GainedBy(Told).Select(account => WithRange(account.Title, account.Name))
            .Where(line => line.All.Any(value => !Amount.IsNothing(value)))
            .OrderByDescending(line => line.All.Max(Math.Abs)).Take(MostLines).ToImmutableArray();
        if (lines.IsEmpty)
        {
            return null;
        }

        var positions = answer.GainedBy(Told).Select(account => new Series(account.Title, ToDate(account.Name))).ToArray();
        var title = reader.Headlined is null ? titles.Furthest(positions) : Drawn(lines);
        var range = reader.Draws is null ? "" : "; ribbons are likely ranges";
        var about = frame.Around(
            "positions",
            title,
            $"Position against the same year of {reader.TitleOf(reader.Scenario.Baseline)}, {FeaturedTitle}, {reader.Pricing}{range}"
        );
        return frame.Gaining(
            new LineChart(about, reader.Years, lines, ChartUnit.Money).Draw(),
            new OptionStory(reader, request, Line).Keeps()
        );

        Series WithRange(string title, string name)
        {
            var line = new Series(title, ToDate(name));
            var drawn = reader.DrawnGains(Told, about => IsOf(about, name));
            return drawn is null
                ? line
                : line with
                {
                    Low = [.. drawn.Select(year => year.At(10))],
                    High = [.. drawn.Select(year => year.At(90))],
                };
        }
    }

    private static bool IsOf(Subject about, string name) =>
        (about.Organisation, about.Fund) == (name, "") || (about.Organisation, about.Fund) == ("", name);

    private ImmutableArray<double> ToDate(string name) => reader.ByYear(Told, "gain_to_date", true, about => IsOf(about, name));

    private static string Drawn(ImmutableArray<Series> lines)
    {
        var (up, down) = (lines.Count(line => line.Low[^1] > 0.0), lines.Count(line => line.High[^1] < 0.0));
        return (up, down) switch
        {
            (0, 0) => "Everybody may gain or lose: all ranges hold zero",
            (_, 0) => $"{up} likely to gain, none likely to lose",
            (0, _) => $"{down} likely to lose, none likely to gain",
            _ => $"{up} likely to gain, {down} likely to lose",
        };
    }

    private Claim? Chance()
    {
        // Its title is a chance.
        if (
            reader.Headlined is null
            || reader.DrawnSpendDifference(Told) is not { } drawn
            || drawn.At(95) - drawn.At(5) < Penny
            || reader.OfDraws(Told, "never_breaks_even", reader.Years.Length - 1, "mean") is not { } never
        )
        {
            return null;
        }

        const int Steps = 20;
        var (low, high) = (drawn.At(5), drawn.At(95));
        var grid = Ticks.Between(low, high, Steps).Values.Where(value => value >= low && value <= high).ToImmutableArray();
        var about = frame.Around(
            "chance",
            titles.Chance(never.Value),
            $"Chance that {FeaturedTitle} spends at most this much more than {reader.TitleOf(reader.Scenario.Baseline)}, over {reader.Span}, {reader.Pricing}; from 5 to 95 of 100 simulations"
        );
        return frame.Spending(
            new LineChart(
                about,
                [.. grid.Select(value => ChartUnit.Money.Write(value))],
                [new Series("Chance", [.. grid.Select(Below)])],
                ChartUnit.Share
            ).Draw(),
            Prose.Of("More is spent ").Then(Figures.Chance(never)).Then($" with {reader.Quoted(Told)}.")
        );

        // Between the percentiles that are told, in a straight line.
        double Below(double value)
        {
            var above = Math.Clamp(drawn.Quantiles.Count(quantile => quantile < value), 1, drawn.Quantiles.Length - 1);
            var (from, to) = (drawn.Quantiles[above - 1], drawn.Quantiles[above]);
            var (first, last) = (OutcomeSummary.Percentiles[above - 1] / 100.0, OutcomeSummary.Percentiles[above] / 100.0);
            return to > from ? first + (Math.Clamp((value - from) / (to - from), 0.0, 1.0) * (last - first)) : last;
        }
    }
}
