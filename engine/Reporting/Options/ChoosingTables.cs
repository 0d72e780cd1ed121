using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What helps to choose among several options: what a unit of effect costs along the frontier, and what it would be worth to know
/// numbers first.</summary>
internal static class ChoosingTables
{
    private const int MostNumbers = 8;

    /// <summary>The tables; none where there is nothing to choose.</summary>
    public static IEnumerable<PageTable> Of(AnswerReader reader, EvidenceRequest request, OptionsTable options) =>
        new[] { FrontierOf(options), InformationOf(reader, request) }.OfType<PageTable>();

    /// <summary>Options by what they cost and what comes of it; null where fewer than three differ, or where nothing is counted that comes
    /// of them.</summary>
    private static PageTable? FrontierOf(OptionsTable options)
    {
        var byLife = options.Lines.Any(line => line.LifeYears is { } life && !Nothing.IsNumber(life.Value));
        var placed = options
            .Lines.Select(line => (Line: line, Effect: byLife ? line.LifeYears?.Value ?? 0.0 : line.Helped?.Value))
            .ToArray();
        if (placed.Length < 3 || placed.Any(one => one.Effect is null))
        {
            return null;
        }

        var entries = Frontier.Of(
            placed.Select(one => new CostEffect(OptionsRows.NameOf(one.Line), one.Line.Spent.Value, one.Effect!.Value))
        );
        var (money, each) = (
            MoneyScale.For(entries.Max(entry => Math.Abs(entry.Of.Cost))),
            MoneyScale.For(entries.Max(entry => Math.Abs(entry.Ratio ?? 0.0)))
        );
        var effect = byLife ? "Quality-adjusted life years, more or (fewer)" : "People helped, contacts";
        return new PageTable(
            $"Options by cost and effect over {options.Span}, {options.Pricing}{(options.IsDrawn ? ", on average" : ", central values")}",
            ["Option", $"Spending, {money.Symbol}", effect, "Where it stands", $"One more costs, {each.Symbol}"],
            [
                .. entries.Select(entry =>
                    ImmutableArray.Create(
                        new PageCell(entry.Of.Name),
                        new PageCell(money.CellOf(entry.Of.Cost).Trim()),
                        new PageCell(MoneyScale.Plain(0).CellOf(entry.Of.Effect).Trim()),
                        new PageCell(Standing(entry)),
                        new PageCell(entry.Ratio is { } ratio ? each.CellOf(ratio).Trim() : "–")
                    )
                ),
            ]
        )
        {
            Note =
                "In order of cost. An option stands behind another that has as much effect for no more money, or behind two others, mixed. One more: what one more unit of effect costs over the option before it that stands in front.",
        };
    }

    private static string Standing(FrontierEntry entry) => entry.Dominance switch
    {
        Dominance.None => "in front",
        _ => $"behind {Figures.Listed([.. entry.By.Select(name => $"‘{name}’")])}",
    };

    /// <summary>What it would be worth to know numbers before choosing; null where that was not looked into, or where it is
    /// nothing.</summary>
    private static PageTable? InformationOf(AnswerReader reader, EvidenceRequest request)
    {
        if (reader.Headlined is null || request.Information is not { } known || Amount.IsNothing(known.Perfect.Value))
        {
            return null;
        }

        var labels = new NumberLabels(reader.Scenario);
        var scale = MoneyScale.For(known.Perfect.Value);
        var best = known.Draws.Options[known.Best];
        return new PageTable(
            $"What it would be worth to know before choosing, over {reader.Span}, {scale.Symbol}, {reader.Pricing}",
            ["Were this known", "Saved on average"],
            [
                Row("Every number", known.Perfect.Value),
                .. known
                    .Quantities.Where(number => number.Value > known.Noise && !Amount.IsNothing(number.Value))
                    .Take(MostNumbers)
                    .Select(number => Row(labels.Of(number.Quantity), number.Value)),
            ]
        )
        {
            Note =
                $"Whoever chooses without knowing takes {reader.Quoted(best)}, which spends least on average; whoever knew would sometimes choose another. Options that turn more people away or lose life are not among the choices. By chance the method finds up to {Amount.Of(known.Noise)} for a number: smaller ones are left out.{(request.Sensitivity is null ? "" : " Looked into are the numbers that move the option told of most.")}",
        };

        ImmutableArray<PageCell> Row(string says, double worth) => [new PageCell(says), new PageCell(scale.CellOf(worth).Trim())];
    }
}
