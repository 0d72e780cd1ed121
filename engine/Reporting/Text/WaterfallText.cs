using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A waterfall as text for one screen: from one option to the other, a line a driver, adding up as printed.</summary>
public static class WaterfallText
{
    /// <summary>Writes a waterfall.</summary>
    /// <param name="waterfall">The waterfall.</param>
    public static ImmutableArray<TextLine> Write(Waterfall waterfall)
    {
        var scale = ScaleOf(waterfall);
        var lines = ImmutableArray.CreateBuilder<TextLine>();
        lines.AddRange(FoldedText.Of(waterfall.Title, isHeading: true));
        lines.AddRange(FoldedText.Of($"From {waterfall.Against} to {waterfall.Option}: {waterfall.Of}"));
        lines.AddRange(FoldedText.Of(waterfall.Measure.Meaning));
        lines.Add(new TextLine($"{Pricing(waterfall.PriceBase)}Uncertain numbers at central values."));
        lines.AddRange(Discounting(waterfall.Discounting));
        lines.Add(TextLine.Empty);
        lines.AddRange(Table(waterfall, scale).Write(HeadlineText.Width));
        lines.Add(TextLine.Empty);
        lines.Add(new TextLine(waterfall.Bars.IsEmpty
            ? waterfall.Interaction == 0.0
                ? "No driver changes it."
                : "No driver changes it by itself: interaction is what several of them do together."
            : "Each line is a run in which that alone is as in the other option; interaction is what they do together."));
        foreach (var bar in waterfall.Bars.Where(bar => DriverNames.IsRuleOfArrangement(bar.Driver)))
        {
            lines.Add(new TextLine(bar.Driver == DriverNames.RuleInThePool
                ? "Pooling is told with funds that bank all growth; what a rule spends of it in one fund is the rule's."
                : "The reorganisation is told with funds that bank all growth; what a rule spends of it in other funds is the rule's."));
        }

        return lines.ToImmutable();
    }

    /// <summary>How money is priced, as a sentence and a blank after it; nothing for what is not money.</summary>
    internal static string Pricing(string priceBase) => priceBase switch
    {
        "" => "",
        Headline.Nominal => "Nominal. ",
        var year => $"Real, {year} prices. ",
    };

    /// <summary>How money is discounted, in lines; none for what is not.</summary>
    internal static IEnumerable<TextLine> Discounting(string? sentence) => sentence is null ? [] : FoldedText.Of(sentence);

    private static MoneyScale ScaleOf(Waterfall waterfall)
    {
        var largest = waterfall
            .Bars.Select(bar => Math.Abs(bar.Value))
            .Append(Math.Abs(waterfall.From))
            .Append(Math.Abs(waterfall.To))
            .Max();
        return ScaleOf(waterfall.Measure, largest);
    }

    /// <summary>How finely a table states a measure.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="largest">The largest amount, of either sign.</param>
    internal static MoneyScale ScaleOf(MeasureEntry measure, double largest) =>
        measure.IsMoney ? MoneyScale.For(largest) : MoneyScale.Plain(largest < 10.0 ? 4 : largest < 1_000.0 ? 2 : 0, measure.Unit);

    private static TextTable Table(Waterfall waterfall, MoneyScale scale)
    {
        // The options are rounded first and the bars to what lies between them, so that every number of an option is the same wherever it
        // stands.
        var (from, to) = (scale.Round(waterfall.From), scale.Round(waterfall.To));
        (string Name, string Meaning, double Value)[] parts =
        [
            .. waterfall.Bars.Select(bar => (bar.Driver, bar.Meaning, bar.Value)),
            .. waterfall.Bars.Length > 1 || waterfall.Interaction != 0.0
                ? [("interaction", "what they do together", waterfall.Interaction)]
                : Array.Empty<(string, string, double)>(),
        ];
        var rounded = LargestRemainder.RoundTo(to - from, [.. parts.Select(part => part.Value)], scale.Unit);
        var table = new TextTable(labels: 2, ["", "", $"{(scale.Symbol.Length > 0 ? scale.Symbol : "value")} "]);
        table.Add([waterfall.Against.Name, "", scale.Cell(from, waterfall.From)]);
        for (var part = 0; part < parts.Length; part++)
        {
            table.Add([$"  {parts[part].Name}", parts[part].Meaning, scale.Cell(rounded[part], parts[part].Value)]);
        }

        table.Add([waterfall.Option.Name, "", scale.Cell(to, waterfall.To)]);
        return table;
    }
}
