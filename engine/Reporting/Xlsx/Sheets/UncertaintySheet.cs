using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What the draws come to: ranges of what each option does over the whole time, and chances.</summary>
internal static class UncertaintySheet
{
    /// <summary>The sheet; null where nothing was drawn.</summary>
    public static XlsxSheet? Make(SheetSource source) => source.Record.Draws switch
    {
        null => null,
        { Count.Telling: DrawTelling.CentralAlone } draws => Alone(draws),
        var draws => Make(source, draws),
    };

    private static XlsxSheet Make(SheetSource source, DrawAnswers draws) =>
        new()
        {
            Name = "Uncertainty",
            Title = "Uncertainty: what the draws come to over the whole time",
            Lines =
            [
                SheetCell.Of(
                    $"{LeftOutText.Counted(draws.Count, draws.Seed)}; every option on the same draws. Money is in £; p5 to p95 holds nine draws in ten.{LeftOutText.After(draws.Count)}"
                ),
                .. source.Record.Scenario.Drawing.Chance.IsEmpty
                    ? Array.Empty<SheetCell>()
                    : [SheetCell.Of(ChanceText.Sentence(source.Record.Scenario.Drawing))],
                .. DiscountingSentence.Of(source.Scenario) is { } discounting
                    ? [SheetCell.Of($"Present values and ratios alone: {discounting}")]
                    : Array.Empty<SheetCell>(),
                SheetCell.Of(
                    $"Held against says from which option a row is the difference. {SheetCell.NotApplicable} stands where a chance has no range; {SheetCell.NotAvailable} for what a ratio has not: it has neither error nor deviation, and its percentiles are of the draws in which it is there. Its mean is that of the benefits over that of the costs."
                ),
            ],
            Table = "uncertainty",
            Holds = "Ranges over all draws of spending, positions, those who wait, and chances",
            Columns =
            [
                new("Option"),
                new("Held against"),
                new("Measure"),
                new("Account"),
                new("Unit"),
                new("Price base"),
                new("Central"),
                new("Mean"),
                new("Standard error"),
                new("Standard deviation"),
                .. OutcomeSummary.Percentiles.Select(percentile => new SheetColumn(
                    string.Create(CultureInfo.InvariantCulture, $"p{percentile}")
                )),
            ],
            FrozenColumns = 4,
            Rows =
            [
                .. Enumerable
                    .Range(0, draws.Outcomes.Length)
                    .Where(row => draws.Outcomes[row].Kind is OutcomeKind.Whole or OutcomeKind.Chance)
                    .Select(row => Row(source, draws, row)),
            ],
        };

    /// <summary>The sheet where draws tell nothing: how many there are, and why.</summary>
    private static XlsxSheet Alone(DrawAnswers draws) =>
        new()
        {
            Name = "Uncertainty",
            Title = "Uncertainty: no range is told",
            Lines = [SheetCell.Of($"{LeftOutText.Counted(draws.Count, draws.Seed)}.{LeftOutText.After(draws.Count)}")],
            Table = "uncertainty",
            Holds = "Why the draws of this run tell no ranges",
            Columns = [new("Rule that was broken", 80), new("Draws left out"), new("First of them")],
            Rows = draws.Stopped.IsEmpty
                ?
                [
                    [SheetCell.Of("none"), SheetCell.Of(0.0, CellStyle.Whole), SheetCell.Of(SheetCell.NotApplicable)],
                ]
                :
                [
                    .. draws.Stopped.Select(rule =>
                        ImmutableArray.Create(
                            SheetCell.Of(rule.Reason, CellStyle.Wrapped),
                            SheetCell.Of(rule.Count, CellStyle.Whole),
                            SheetCell.Of(rule.First, CellStyle.Whole)
                        )
                    ),
                ],
        };

    private static ImmutableArray<SheetCell> Row(SheetSource source, DrawAnswers draws, int row)
    {
        var (about, summary) = (draws.Outcomes[row].About, draws.Summaries[row]);
        var isChance = draws.Outcomes[row].Kind == OutcomeKind.Chance;
        var account =
            about.Organisation.Length > 0 ? source.Headline.Baseline.Accounts.First(known => known.Name == about.Organisation).Title
            : about.Fund.Length > 0 ? about.Fund
            : "All together";
        return
        [
            SheetCell.Of(source.OptionTitle(about.Option)),
            SheetCell.Of(about.Against.Length > 0 ? source.OptionTitle(about.Against) : SheetCell.NotApplicable),
            SheetCell.Of(LineText.Of(about.Measure)),
            SheetCell.Of(account),
            SheetCell.Of(about.Unit == MeasureEntry.Money ? "£" : about.Unit),
            SheetCell.Of(about.PriceBase),
            Value(draws.Central[row]),
            Value(summary.Mean),
            Value(summary.Error),
            .. isChance
                ? Enumerable.Repeat(SheetCell.Of(SheetCell.NotApplicable), OutcomeSummary.Percentiles.Length + 1)
                : summary.Quantiles.Prepend(summary.Deviation).Select(Value),
        ];

        SheetCell Value(double value) => about.Unit switch
        {
            MeasureEntry.Money => double.IsFinite(value) ? SheetCell.Money(Pennies.Of(value)) : SheetCell.Of(SheetCell.NotAvailable),
            MeasureEntry.Ratio => SheetCell.Of(value, CellStyle.Ratio),
            MeasureEntry.Probability => SheetCell.Of(value, CellStyle.Percent),
            _ => SheetCell.Of(value, CellStyle.OnePlace),
        };
    }
}
