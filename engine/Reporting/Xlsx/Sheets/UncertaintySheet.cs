using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What the draws come to: ranges of what each option does over the whole time, and chances.</summary>
internal static class UncertaintySheet
{
    /// <summary>The sheet; null where nothing was drawn.</summary>
    public static XlsxSheet? Make(SheetSource source) => source.Record.Draws is not { } draws ? null : new XlsxSheet
    {
        Name = "Uncertainty",
        Title = "Uncertainty: what the draws come to over the whole time",
        Lines =
        [
            SheetCell.Of(string.Create(CultureInfo.InvariantCulture, $"{draws.Used:N0} of {draws.Draws:N0} draws, seed {draws.Seed}; every option on the same draws. Money is in £; p5 to p95 holds nine draws in ten.")),
            .. source.Record.Scenario.Drawing.Chance.IsEmpty ? Array.Empty<SheetCell>() : [SheetCell.Of(ChanceText.Sentence(source.Record.Scenario.Drawing))],
            .. DiscountingSentence.Of(source.Scenario) is { } discounting ? [SheetCell.Of($"Present values and ratios alone: {discounting}")] : Array.Empty<SheetCell>(),
            SheetCell.Of($"Held against says from which option a row is the difference. {SheetCell.NotApplicable} stands where a chance has no range; {SheetCell.NotAvailable} where a draw has no such ratio, so that there is no mean: percentiles are of the others."),
        ],
        Table = "uncertainty",
        Holds = "Ranges over all draws of spending, positions, those who wait, and chances",
        Columns =
        [
            new("Option"), new("Held against"), new("Measure"), new("Account"), new("Unit"), new("Price base"), new("Central"), new("Mean"), new("Standard error"), new("Standard deviation"),
            .. OutcomeSummary.Percentiles.Select(percentile => new SheetColumn(string.Create(CultureInfo.InvariantCulture, $"p{percentile}"))),
        ],
        FrozenColumns = 4,
        Rows = [.. Enumerable.Range(0, draws.Outcomes.Length).Where(row => draws.Outcomes[row].Kind is OutcomeKind.Whole or OutcomeKind.Chance).Select(row => Row(source, draws, row))],
    };

    private static ImmutableArray<SheetCell> Row(SheetSource source, DrawAnswers draws, int row)
    {
        var (about, summary) = (draws.Outcomes[row].About, draws.Summaries[row]);
        var isChance = draws.Outcomes[row].Kind == OutcomeKind.Chance;
        var account = about.Organisation.Length > 0 ? source.Headline.Baseline.Accounts.First(known => known.Name == about.Organisation).Title
            : about.Fund.Length > 0 ? about.Fund
            : "All together";
        return
        [
            SheetCell.Of(source.OptionTitle(about.Option)), SheetCell.Of(about.Against.Length > 0 ? source.OptionTitle(about.Against) : SheetCell.NotApplicable), SheetCell.Of(LineText.Of(about.Measure)),
            SheetCell.Of(account), SheetCell.Of(about.Unit == MeasureEntry.Money ? "£" : about.Unit), SheetCell.Of(about.PriceBase), Value(draws.Central[row]), Value(summary.Mean), Value(summary.Error),
            .. isChance ? Enumerable.Repeat(SheetCell.Of(SheetCell.NotApplicable), OutcomeSummary.Percentiles.Length + 1) : summary.Quantiles.Prepend(summary.Deviation).Select(Value),
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
