using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>prices</c>: which year real values are in, and the indices.</summary>
internal static class PricesSection
{
    private static Shape<PriceIndex> Index { get; } = Shapes.Sourced(keys => (
        Title: keys.Optional("title", Shapes.Text, "", "name to print"),
        Block: new YearsBlock
        {
            Points = keys.Each(Words.Year, Numbers.Level, "financial year", atLeastOne: true),
            Growth = keys.Optional("growth", Numbers.Growth.Quantity, "growth a year after the last level"),
        }
    )).Then((read, here, _) => new PriceIndex
    {
        Id = new IndexId(here.Key),
        Title = read.Title,
        Levels = new YearlyPath
        {
            Points =
            [
                .. read.Block.Points.OrderBy(point => point.Key.Start).Select(point => new PathPoint(point.Key, point.Value.Quantity)),
            ],
            Growth = read.Block.Growth,
        },
    }).Check(CheckRun);

    private static Shape<ImmutableArray<PriceIndex>> Indices { get; } =
        Shapes
            .Each(Words.Name, Index, "index", atLeastOne: false)
            .Then((indices, _, _) => indices.Select(index => index.Value).ToImmutableArray());

    /// <summary>What the section holds.</summary>
    public static Shape<ReadPrices> Shape { get; } = Shapes.Map(keys =>
    {
        var indices = keys.Optional("indices", Indices, [], "price indices by name");
        var index = keys.Optional(
            "index", Words.IndexOrNone, null, "index of every cost that names none; without it costs never change unless they say so");
        return new ReadPrices(index, new Prices
        {
            Base = keys.Required("base", Words.Year, "financial year whose prices real values are in"),
            ReportReal = keys.Optional(
                "report", Shapes.OneOf<bool>(("nominal", false), ("real", true)), false,
                "nominal (unless stated) or real"),
            Deflator = keys.Optional("deflator", Words.IndexOrNone, null, "index that turns nominal into real values, or none"),
            Indices = indices,
        });
    }).Then((prices, here, context) =>
    {
        context.Prices = prices;
        context.NeedLevel(prices.Prices.Deflator, prices.Prices.Base, here.Below("base"));
        return prices;
    });

    private static void CheckRun(PriceIndex index, Field here, Context context)
    {
        if (context.Horizon?.Start < index.Levels.Points[0].From)
        {
            context.Problems.Add(
                Codes.IndexTooLate,
                here.NamedAt,
                $"index '{here.Key}' starts in {index.Levels.Points[0].From}, after the first year of the run.",
                $"add a level for {context.Horizon.Start} or earlier."
            );
        }
    }
}
