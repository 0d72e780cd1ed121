using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>The options by cost and effect, as text: which stand on the frontier, and what a unit of effect costs along it.</summary>
public static class FrontierText
{
    /// <summary>Writes the frontier of means over draws, or of central values where there are none.</summary>
    public static ImmutableArray<TextLine> Write(CostEffects found)
    {
        var entries = Frontier.Of(found.Told);
        var money = MoneyScale.For(entries.Max(entry => Math.Abs(entry.Of.Cost)));
        var effect = WaterfallText.ScaleOf(found.Effect!.Measure, entries.Max(entry => Math.Abs(entry.Of.Effect)));
        var ratio = MoneyScale.For(entries.Select(entry => Math.Abs(entry.Ratio ?? 0.0)).Max());
        var table = new TextTable(labels: 2, "option", "", $"cost, {money.Symbol} ", "effect ", $"{ratio.Symbol} a unit more ");
        foreach (var entry in entries)
        {
            table.Add(
                entry.Of.Name,
                Standing(entry, entries),
                SensitivityLines.Cell(money, entry.Of.Cost),
                SensitivityLines.Cell(effect, entry.Of.Effect),
                SensitivityLines.Cell(ratio, entry.Ratio)
            );
        }

        return
        [
            .. Heading(found),
            TextLine.Empty,
            .. table.Write(HeadlineText.Width),
            TextLine.Empty,
            new("In order of cost. A unit more: what one costs over the option before it on the frontier."),
        ];
    }

    /// <summary>What costs and effects are, and what they are of.</summary>
    internal static IEnumerable<TextLine> Heading(CostEffects found)
    {
        var effect = found.Effect is null
            ? ""
            : $"; effect: {found.Effect.Words.Replace(found.Effect.Measure.Name, found.EffectName, StringComparison.Ordinal)}, more is better";
        var draws =
            found.Draws == 0 || found.Count.Telling == DrawTelling.CentralAlone
                ? "Uncertain numbers at central values."
                : $"{LeftOutText.Counted(found.Count, found.Seed)}, every option on the same draws.";
        return
        [
            .. FoldedText.Of(found.Cost.Title, isHeading: true),
            .. FoldedText.Of($"Cost: {found.Cost.Words}{effect}"),
            .. FoldedText.Of(
                $"{WaterfallText.Pricing(found.Cost.PriceBase)}{(found.Discounting is null ? "Not discounted. " : "")}{draws}"
            ),
            .. WaterfallText.Discounting(Told(found)),
            .. LeftOutText.Lines(found.Count, []),
        ];
    }

    /// <summary>How money is discounted; where costs or effects alone are, which.</summary>
    private static string? Told(CostEffects found) => (found.Cost.Discounting, found.Effect?.Discounting) switch
    {
        (null, { } effects) => $"Costs are not discounted, effects are. {effects}",
        ({ } costs, null) when found.Effect is not null => $"Effects are not discounted, costs are. {costs}",
        var (costs, _) => costs,
    };

    private static string Standing(FrontierEntry entry, ImmutableArray<FrontierEntry> entries) =>
        entry.Dominance switch
        {
            Dominance.Strong when entries.First(other => other.Of.Name == entry.By[0]).Of == entry.Of with { Name = entry.By[0] } =>
                $"the same as {entry.By[0]}",
            Dominance.Strong => $"dominated by {entry.By[0]}",
            Dominance.Extended => $"dominated by {entry.By[0]} with {entry.By[1]}",
            Dominance.None => "on the frontier",
        };
}
