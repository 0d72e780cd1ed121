using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The blocks <c>people.births</c> and <c>people.migration</c>.</summary>
internal static class FlowSection
{
    /// <summary>Births: a rate alone, or a block. They join the youngest band and the least need unless the block says otherwise.</summary>
    public static Shape<PopulationFlow> Births { get; } = Shapes.Choice(
        (IsBlock, Shapes.Sourced(keys => Declare(keys, Numbers.BirthRate, Numbers.Count) with
        {
            Need = keys.Optional("need", Cohorts.NeedShares, [], "shares of the need states; the least need unless stated"),
        }).Then(Build)),
        (_ => true, Numbers.BirthRate.Path.Then((rate, here, context) => Build(new FlowKeys { Rate = rate }, here, context))));

    /// <summary>Net migration: a block.</summary>
    public static Shape<PopulationFlow> Migration { get; } = Shapes
        .Sourced(keys => Declare(keys, Numbers.MigrationRate, Numbers.SignedCount) with
        {
            Ages = keys.Required("ages", Cohorts.AgeShares, "shares of the age bands"),
            Need = keys.Required("need", Cohorts.NeedShares, "shares of the need states"),
        })
        .Then(Build);

    private static bool IsBlock(Node node) => node is Mapping mapping && mapping.Entries.Any(entry => entry.Key.Text is "rate" or "count");

    private static FlowKeys Declare(Keys keys, NumberShape rate, NumberShape count)
    {
        keys.ExactlyOne("rate", "count");
        keys.Needs("areas", "count");
        return new FlowKeys
        {
            Rate = keys.Optional("rate", rate.Path, "people a year for each living person of the area"),
            Count = keys.Optional("count", count.Path, "people a year"),
            Areas = keys.Optional("areas", Cohorts.AreaShares, [], "shares of the areas in a count; in proportion to people unless stated"),
        };
    }

    private static PopulationFlow Build(FlowKeys flow, Field here, Context context) => new()
    {
        IsRate = flow.Rate is not null,
        Value = flow.Rate ?? flow.Count!,
        Shares = new CohortShares
        {
            Areas = flow.Areas,
            Ages = flow.Ages.IsEmpty ? FirstOnly(context.Names.Known(NameKind.AgeBand).Length) : flow.Ages,
            Need = flow.Need.IsEmpty ? FirstOnly(context.Names.Known(NameKind.NeedState).Length) : flow.Need,
        },
    };

    private static ImmutableArray<Quantity> FirstOnly(int length) =>
        [.. Enumerable.Range(0, length).Select(i => Quantity.Of(i == 0 ? 1.0 : 0.0))];
}
