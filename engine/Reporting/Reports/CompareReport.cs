using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Several scenarios side by side, as reports that name the one price base of their money.</summary>
public static class CompareReport
{
    /// <summary>Many scenarios, an option a line, each against its own baseline.</summary>
    /// <param name="overviews">The scenarios, all of them in the same prices; at least one.</param>
    public static Report Of(IReadOnlyList<Overview> overviews)
    {
        var prices = Pricing(overviews[0].Headline.PriceBase);
        return new Report(
            "Scenarios side by side, each against its own baseline",
            [
                $"All money is in one price base: {prices}. Spending over all years of a scenario, more than in its baseline; less is below 0.",
                "More, low and high: the mean, the 10th and the 90th percentile of draws, where there are any and a range can be told; else more is with central values. Gains and losses are in position at the end, with central values.",
                .. overviews
                    .Select(overview => LeftOutText.After(overview.Draws) is { Length: > 0 } after ? $"{overview.Scenario}:{after}" : "")
                    .Where(line => line.Length > 0),
                .. NarrowRange.Lines(overviews),
            ],
            [
                new ReportTable(
                    "scenarios",
                    "Scenarios",
                    $"What each option of each scenario comes to, £, {prices}",
                    ["Scenario", "Option", "Years", "More", "Low", "High", "With central values", "Gains most", "Gain", "Loses most", "Loss", "Breaks even"],
                    [
                        .. from overview in overviews
                           from line in overview.Lines
                           select ImmutableArray.Create(
                               ReportCell.Of(overview.Scenario),
                               ReportCell.Of(line.Option.Title),
                               ReportCell.Of(overview.Headline.Horizon.Years),
                               ReportCell.Of(line.Told),
                               ReportCell.Of(line.Range?.Low),
                               ReportCell.Of(line.Range?.High),
                               ReportCell.Of(line.Difference),
                               ReportCell.Of(line.GainsMost?.Title ?? "–"),
                               ReportCell.Of(line.GainsMost?.Gain),
                               ReportCell.Of(line.LosesMost?.Title ?? "–"),
                               ReportCell.Of(line.LosesMost?.Gain),
                               ReportCell.Of(!line.HasToBreakEven ? "never more" : line.BreaksEvenIn?.ToString() ?? "never")),
                    ]
                ),
            ],
            []
        );
    }

    /// <summary>Options of the same name of two scenarios.</summary>
    /// <param name="comparisons">The comparisons; at least one.</param>
    public static Report Of(IReadOnlyList<Comparison> comparisons) =>
        new(
            "Two scenarios side by side, option by option",
            [
                $"Money is in one price base: {string.Join("; ", comparisons.Select(one => Pricing(one.PriceBase)).Distinct())}. Uncertain numbers at central values.",
                "The years that both run are held against each other, and no others.",
            ],
            [
                new ReportTable(
                    "comparison",
                    "Comparison",
                    $"Every measure by year, side by side, {string.Join("; ", comparisons.Select(one => Pricing(one.PriceBase)).Distinct())}",
                    ["Measure", "About", "Year", "First side", "First", "Second side", "Second", "Difference"],
                    [.. comparisons.SelectMany(Rows).DefaultIfEmpty([.. Enumerable.Repeat(ReportCell.Of("none"), 8)])]
                ),
            ],
            []
        );

    private static IEnumerable<ImmutableArray<ReportCell>> Rows(Comparison comparison) =>
        from measure in comparison.Measures
        from item in measure.Items
        from year in comparison.Years.Index()
        let values = item.Values.Select(side => side[year.Index]).ToArray()
        select ImmutableArray.Create(
            ReportCell.Of(measure.Measure.Name.Replace('_', ' ')),
            ReportCell.Of(item.Title.Length > 0 ? item.Title : "all together"),
            ReportCell.Of(year.Item.ToString()),
            ReportCell.Of(comparison.Sides[0].Label),
            ReportCell.Of(values[0]),
            ReportCell.Of(comparison.Sides[1].Label),
            ReportCell.Of(values[1]),
            ReportCell.Of(values[1] - values[0]));

    private static string Pricing(string priceBase) =>
        priceBase == Headline.Nominal ? "nominal, as it is paid in each year" : $"real, in {priceBase} prices";
}
