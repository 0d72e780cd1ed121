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
    OptionId featured
)
{
    private const int MostLines = 4;

    /// <summary>The charts, the most important first.</summary>
    public IEnumerable<Claim> All()
    {
        yield return Difference();
        yield return Gains();
        if (request.Waterfall is { Bars.IsEmpty: false } waterfall)
        {
            yield return Drivers(waterfall);
        }

        if (request.Sensitivity is { Rows.IsEmpty: false } sensitivity)
        {
            yield return Tornado(sensitivity);
        }

        yield return Options();
        yield return BreakEven();
        if (AcceptabilityClaim.Of(reader, frame) is { HasCurves: true } acceptability)
        {
            yield return acceptability.Curves();
        }

        if (Positions() is { } positions)
        {
            yield return positions;
        }

        // Its title is a chance.
        if (reader.Headlined is not null && reader.DrawnSpendDifference(featured) is { } drawn && drawn.At(95) - drawn.At(5) >= Penny)
        {
            yield return Chance(drawn);
        }
    }

    private const double Penny = 0.01;

    private string Against => $"against {reader.TitleOf(reader.Scenario.Baseline)}";

    private string FeaturedTitle => reader.TitleOf(featured);

    private Claim Difference()
    {
        var rows = reader.Others.Select(option =>
        {
            var drawn = reader.DrawnSpendDifference(option.Id);
            return new IntervalRow(reader.TitleOf(option.Id), reader.SpendDifference(option.Id).Value, drawn?.At(10), drawn?.At(90));
        });
        var drawnSays = reader.Draws is null ? "" : "; bars hold 8 in 10 draws, diamonds are central values";
        var about = frame.Around(
            "difference",
            titles.Difference(),
            $"Spending on services over {reader.Span} {Against}, {reader.Pricing}{drawnSays}"
        );
        return frame.Spending(new IntervalChart(about, [.. rows], ChartUnit.Money).Draw(), answer.Spending(featured));
    }

    private Claim Gains()
    {
        var gained = answer.GainedBy(featured);
        var leaves = reader.Sum(featured, "leaves", isDifference: true).Value;
        var parts = gained
            .Select(account => new Series(
                account.Title,
                reader.ByYear(featured, "gain", true, about =>
                    (about.Organisation, about.Fund) == (account.Name, "") || (about.Organisation, about.Fund) == ("", account.Name)
                )
            ))
            .Append(new Series("Leaves the place", reader.ByYear(featured, "leaves", true, _ => true)))
            .Where(part => part.Values.Any(value => !Amount.IsNothing(value)));
        var about = frame.Around(
            "gains",
            titles.Gains(gained, leaves),
            $"Gain or loss in position a year, {FeaturedTitle} {Against}, {reader.Pricing}, central values"
        );
        return frame.Gaining(new ColumnChart(about, reader.Years, [.. parts], ChartUnit.Money).Draw(), answer.Gains(featured));
    }

    private Claim Drivers(Waterfall waterfall)
    {
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
            answer.Why(featured)
        );
    }

    private Claim Tornado(Sensitivity sensitivity)
    {
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

    private Claim Options()
    {
        var panels = reader
            .Others.Select(option => Ranged(option.Id, reader.ByYear(option.Id, "spend", true, _ => true), "spend_together"))
            .ToImmutableArray();
        var own = reader.ByYear(featured, "spend", true, _ => true);
        var title = reader.Headlined is null ? titles.Years(own) : titles.LikelyYears(Ranged(featured, own, "spend_together"));
        var about = frame.Around("options", title, $"Spending on services a year {Against}, {reader.Pricing}{Ribbons}");
        return Drawn(
            new PanelChart(about, reader.Years, panels, ChartUnit.Money).Draw(),
            Prose.Of(
                $"With {reader.Quoted(featured)} less is spent in {Less(own)} of {reader.Span} than with {reader.Quoted(reader.Scenario.Baseline)}{(reader.Draws is null ? "" : ", at central values")}."
            )
        );
    }

    private static int Less(ImmutableArray<double> differences) => differences.Count(value => Amount.IsBelow(value));

    private Claim BreakEven()
    {
        var drawn = Reporting.BreakEven.Of(reader, featured);
        var lines = reader.Others.Select(option => Ranged(option.Id, ToDate(option.Id), "spend_to_date")).ToImmutableArray();
        var title = (reader.Headlined is null ? null : drawn?.Title()) ?? titles.BreakEven(ToDate(featured));
        var whose = lines.Length > 1 ? $"; the title tells of {FeaturedTitle}" : $", {FeaturedTitle}";
        var about = frame.Around(
            "break-even",
            title,
            $"Spent more or less to date {Against}{whose}, {reader.Pricing}, not discounted{Ribbons}"
        );
        var picture =
            lines.Length > 1
                ? new PanelChart(about, reader.Years, lines, ChartUnit.Money).Draw()
                : new LineChart(about, reader.Years, lines, ChartUnit.Money).Draw();
        return Drawn(picture, (reader.Headlined is null ? null : drawn?.Sentence()) ?? Prose.Of($"{reader.Quoted(featured)}: {title}."));
    }

    private string Ribbons => reader.Draws is null ? ", central values" : "; lines are central values, ribbons hold 8 in 10 draws";

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
    private Series Ranged(OptionId option, ImmutableArray<double> values, string measure)
    {
        var line = new Series(reader.TitleOf(option), values);
        return reader.OfDraws(option, measure, 0, "p10") is null ? line : line with { Low = Percentile("p10"), High = Percentile("p90") };

        ImmutableArray<double> Percentile(string statistic) =>
            [.. Enumerable.Range(0, values.Length).Select(year => reader.OfDraws(option, measure, year, statistic)!.Value)];
    }

    private Claim? Positions()
    {
        var lines = answer.GainedBy(featured).Select(account => WithRange(account.Title, account.Name))
            .Where(line => line.All.Any(value => !Amount.IsNothing(value)))
            .OrderByDescending(line => line.All.Max(Math.Abs)).Take(MostLines).ToImmutableArray();
        if (lines.IsEmpty)
        {
            return null;
        }

        var positions = answer.GainedBy(featured).Select(account => new Series(account.Title, ToDate(account.Name))).ToArray();
        var title = reader.Headlined is null ? titles.Furthest(positions) : Drawn(lines);
        var range = reader.Draws is null ? "" : "; ribbons hold 8 in 10 draws";
        var about = frame.Around(
            "positions",
            title,
            $"Position against the same year of {reader.TitleOf(reader.Scenario.Baseline)}, {FeaturedTitle}, {reader.Pricing}{range}"
        );
        return frame.Gaining(new LineChart(about, reader.Years, lines, ChartUnit.Money).Draw(), answer.Gains(featured));

        Series WithRange(string title, string name)
        {
            var line = new Series(title, ToDate(name));
            var drawn = reader.DrawnGains(featured, about => IsOf(about, name));
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

    private ImmutableArray<double> ToDate(string name) => reader.ByYear(featured, "gain_to_date", true, about => IsOf(about, name));

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

    private Claim Chance(OutcomeSummary drawn)
    {
        const int Steps = 20;
        var (low, high) = (drawn.At(5), drawn.At(95));
        var grid = Ticks.Between(low, high, Steps).Values.Where(value => value >= low && value <= high).ToImmutableArray();
        var about = frame.Around(
            "chance",
            Titles.Chance(drawn),
            $"Chance that {FeaturedTitle} spends at most this much more than {reader.TitleOf(reader.Scenario.Baseline)}, over {reader.Span}, {reader.Pricing}; from 5 to 95% of draws"
        );
        return frame.Spending(
            new LineChart(
                about,
                [.. grid.Select(value => ChartUnit.Money.Write(value))],
                [new Series("Chance", [.. grid.Select(Below)])],
                ChartUnit.Share
            ).Draw(),
            Prose.Of($"{Titles.Chance(drawn)} with {reader.Quoted(featured)}.")
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
