using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The section <c>prices</c>: which year real values are in, and the indices.</summary>
internal static class PricesSection
{
    private static Shape<ImmutableArray<PriceIndex>> Indices { get; } = Shapes.Each(Words.Name, Shapes.Sourced(keys => new YearsBlock
    {
        Points = keys.Each(Words.Year, Numbers.Level, "financial year", atLeastOne: true),
        Growth = keys.Optional("growth", Numbers.Growth.Quantity, "growth a year after the last level"),
    }).Then((block, _, _) => new YearlyPath
    {
        Points = [.. block.Points.OrderBy(point => point.Key.Start).Select(point => new PathPoint(point.Key, point.Value.Quantity))],
        Growth = block.Growth,
    }), "index", atLeastOne: false).Then((indices, _, _) => indices.Select(index => new PriceIndex { Id = new IndexId(index.Key), Levels = index.Value }).ToImmutableArray());

    /// <summary>What the section holds.</summary>
    public static Shape<ReadPrices> Shape { get; } = Shapes.Map(keys =>
    {
        var indices = keys.Optional("indices", Indices, [], "price indices by name");
        var index = keys.Optional("index", Words.IndexOrNone, null, "index of every cost that names none; without it costs never change unless they say so");
        return new ReadPrices(index, new Prices
        {
            Base = keys.Required("base", Words.Year, "financial year whose prices real values are in"),
            ReportReal = keys.Optional("report", Shapes.OneOf<bool>(KeyValuePair.Create("nominal", false), KeyValuePair.Create("real", true)), false, "nominal (unless stated) or real"),
            Deflator = keys.Optional("deflator", Words.IndexOrNone, null, "index that turns nominal into real values, or none"),
            Indices = indices,
        });
    }).Then((prices, here, context) =>
    {
        context.Prices = prices;
        CheckDeflator(prices.Prices, here, context);
        return prices;
    });

    private static void CheckDeflator(Prices prices, Field here, Context context)
    {
        if (prices.Deflator is not { } deflator)
        {
            return;
        }

        var isBaseFirst = context.Horizon is not { } horizon || prices.Base <= horizon.Start;
        context.NeedLevel(deflator, isBaseFirst ? prices.Base : context.Horizon?.Start, here.Below(isBaseFirst ? "base" : "deflator"));
    }
}
