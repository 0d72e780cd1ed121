using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What <c>sensitivity</c> found, as reports.</summary>
public static class SensitivityReport
{
    private const string Matters = "Which numbers matter";
    private const int MostBars = 12;

    /// <summary>What each number does alone.</summary>
    public static Report Of(Tornado found)
    {
        var acting = found.Bars.Where(found.Acts).ToArray();
        var rows = acting
            .Where(bar => bar is { AtLow: not null, AtHigh: not null })
            .Take(MostBars)
            .Select(bar => new TornadoRow(
                Harmless.Text(bar.Quantity.Replace('_', ' ').Replace(".", ", ", StringComparison.Ordinal)),
                SensitivityLines.Digits(bar.Low),
                SensitivityLines.Digits(bar.High),
                bar.AtLow!.Value,
                bar.AtHigh!.Value
            ))
            .ToImmutableArray();
        return Made(
            found.Of.Title,
            SensitivityLines.Heading(found.Of).Skip(1),
            [
                Table(
                    "which_numbers_matter",
                    Matters,
                    $"{Matters}: {found.Of.PricedWords}, each at the 10th and 90th percentile of what would be drawn",
                    ["Number", "Central", "Low", "High", "Result at low", "Result at high", "Width"],
                    acting.Select(bar => Row(
                        bar.Quantity, bar.Central, bar.Low, bar.High, bar.AtLow, bar.AtHigh, bar.WidthAbout(found.Central)))
                ),
            ],
            rows.IsEmpty || !found.Of.Measure.IsMoney
                ? []
                :
                [
                    new TornadoChart(
                        new ChartFrame
                        {
                            Name = "tornado",
                            Title = $"Matters most: {rows[0].Quantity}",
                            Subtitle = found.Of.PricedWords,
                            Source = "Source: SystemSim; one number is moved at a time, all others at central values.",
                        },
                        found.Central,
                        rows,
                        ChartUnit.Money
                    ).Draw(),
                ]
        );
    }

    /// <summary>Where one number turns the answer.</summary>
    public static Report Of(SwitchingValue found) =>
        Made(
            found.Of.Title,
            SwitchingText.Write(found).Skip(1),
            [
                Table(
                    "switching_value",
                    "Where it turns",
                    $"Where {found.Quantity} makes it nothing: {found.Of.PricedWords}",
                    ["Number", "Central", "Turns at", "Up to", "Chance below"],
                    found.Crossings.Select(crossing => Row(
                        found.Quantity, found.Central, crossing.Value, crossing.UpTo, crossing.ChanceBelow))
                ),
                Table(
                    "points",
                    "Points",
                    $"{found.Of.PricedWords} at each point that was looked at",
                    [found.Quantity, "Result"],
                    found.Points.Select(point => ImmutableArray.Create(ReportCell.Of(point.Value), ReportCell.Of(point.Number)))
                ),
            ]
        );

    /// <summary>What two numbers do together.</summary>
    public static Report Of(SensitivityGrid found) =>
        Made(
            found.Of.Title,
            SensitivityLines.Heading(found.Of).Skip(1),
            [
                Table(
                    "grid",
                    "Grid",
                    $"{found.Of.PricedWords}, by two numbers",
                    [found.Down, found.Along == found.Down ? $"{found.Along} (2)" : found.Along, "Result"],
                    from down in found.DownValues.Index()
                    from along in found.AlongValues.Index()
                    select ImmutableArray.Create(
                        ReportCell.Of(down.Item), ReportCell.Of(along.Item), ReportCell.Of(found.Numbers[down.Index][along.Index]))
                ),
            ]
        );

    /// <summary>Which numbers have what share of the variance.</summary>
    public static Report Of(SobolIndices found) =>
        Made(
            found.Of.Title,
            SobolText.Write(found).TakeWhile(line => line.Text.Length > 0).Skip(1),
            [
                Table(
                    "which_numbers_matter",
                    Matters,
                    $"{Matters}: share of the variance of {found.Of.PricedWords}",
                    ["Number", "Share alone", "Error alone", "Share with others", "Error with others"],
                    found.Indices.Select(index => Row(
                        string.Join(", ", index.Names), index.First.Value, index.First.Error, index.Total.Value, index.Total.Error))
                ),
            ]
        );

    /// <summary>What it is worth to know numbers before choosing.</summary>
    public static Report Of(Information found) =>
        Made(
            found.Draws.Cost.Title,
            InformationText.Write(found).Skip(1).Where(line => !line.Text.StartsWith("  ", StringComparison.Ordinal)),
            [
                Table(
                    "value_of_information",
                    Matters,
                    "What it is worth to know each number before choosing, £",
                    ["Number", "Worth knowing"],
                    found.Quantities.Select(quantity => Row(quantity.Quantity, quantity.Value))
                ),
                Table(
                    "options",
                    "Options",
                    "Mean net benefit of each option, £",
                    ["Option", "Mean net benefit"],
                    found.Means.Select((mean, option) => Row(found.Draws.Options[option].Name, mean))
                ),
            ]
        );

    /// <summary>Where options stand by cost and effect: the frontier.</summary>
    public static Report Of(CostEffects found) =>
        Made(
            found.Cost.Title,
            FrontierText.Heading(found).Skip(1),
            [
                Table(
                    "frontier",
                    "Frontier",
                    $"Cost and effect of each option, in order of cost: {found.EffectName}",
                    ["Option", "Stands", "Cost", "Effect", "Cost of a unit more"],
                    Frontier
                        .Of(found.Told)
                        .Select(entry =>
                            ImmutableArray.Create(
                                ReportCell.Of(entry.Of.Name),
                                ReportCell.Of(
                                    entry.Dominance == Dominance.None
                                        ? "on the frontier"
                                        : $"dominated by {string.Join(" with ", entry.By)}"
                                ),
                                ReportCell.Of(entry.Of.Cost),
                                ReportCell.Of(entry.Of.Effect),
                                ReportCell.Of(entry.Ratio)
                            )
                        )
                ),
            ]
        );

    /// <summary>How likely each option is the best, by what a unit of effect is worth.</summary>
    public static Report Of(CostEffects found, Acceptability curves) =>
        Made(
            found.Cost.Title,
            FrontierText.Heading(found).Skip(1),
            [
                Table(
                    "acceptability",
                    "Acceptability",
                    "How likely each option is the best, by what a unit of effect is worth",
                    ["Option", "Worth of a unit", "Chance of being the best"],
                    from option in curves.Names.Index()
                    from worth in curves.WillingnessToPay.Index()
                    select Row(option.Item, worth.Item, curves.Chances[option.Index][worth.Index])
                ),
            ]
        );

    private static Report Made(
        string title,
        IEnumerable<TextLine> lines,
        ImmutableArray<ReportTable> tables,
        ImmutableArray<Picture>? pictures = null
    ) => new(title, [.. lines.Select(line => line.Text).Where(line => line.Length > 0)], tables, pictures ?? []);

    private static ReportTable Table(
        string name,
        string sheet,
        string caption,
        ImmutableArray<string> columns,
        IEnumerable<ImmutableArray<ReportCell>> rows
    )
    {
        ImmutableArray<ImmutableArray<ReportCell>> all = [.. rows];
        return new ReportTable(name, sheet, caption, columns, all.IsEmpty ? [[.. columns.Select(_ => ReportCell.Of("none"))]] : all);
    }

    private static ImmutableArray<ReportCell> Row(string name, params double?[] numbers) =>
        [ReportCell.Of(name), .. numbers.Select(ReportCell.Of)];
}
