using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The block <c>demand</c> of a service.</summary>
internal static class DemandSection
{
    private static Shape<ImmutableArray<Quantity>> Multipliers { get; } = Shapes.SourcedEach(Words.Age, Numbers.Multiplier.Quantity, "age band").Then((each, here, context) =>
    {
        var stated = each.ToDictionary(age => age.Key.Name, age => age.Value);
        var missing = context.Names.Known(NameKind.AgeBand).Where(age => !stated.ContainsKey(age)).ToList();
        if (missing.Count > 0)
        {
            context.Problems.Add(Codes.MissingAges, here.NamedAt, $"{here.Path} has no multiplier for {string.Join(", ", missing)}.", "state one for every age band; 1 changes nothing.");
        }

        return context.Names.Known(NameKind.AgeBand).Select(age => stated.GetValueOrDefault(age, Quantity.Of(1.0))).ToImmutableArray();
    });

    private static Shape<ContactsPerMove> PerMove { get; } = Shapes.Sourced(keys => new ContactsPerMove
    {
        From = keys.Required("from", Words.Need, "need state moved from"),
        To = keys.Required("to", Words.Need, "need state moved to"),
        Contacts = keys.Required("contacts", Numbers.Number.Quantity, "contacts of each person who moves"),
    });

    private static Shape<ImmutableArray<double>> Season { get; } =
        Words.Season.Then((name, _, context) => context.Seasons.FirstOrDefault(season => season.Key == name).Value is { IsDefault: false } months ? months : []);

    private static Shape<YearlyPath> Growth { get; } = Shapes.Choice(
        (node => node is Mapping mapping && !NumberShape.IsBlock(mapping), Numbers.Multiplier.Years),
        (_ => true, Numbers.Growth.Quantity.Then((growth, _, context) => YearlyPath.Constant(context.FirstYear, Quantity.Of(1.0)) with { Growth = growth })));

    /// <summary>What the block holds.</summary>
    public static Shape<Demand> Shape { get; } = Shapes.Sourced(keys => new Demand
    {
        Rates = keys.Optional("per_person", Cohorts.ByAgeAndNeed(Numbers.Rate.Quantity), [], "contacts a person: one rate, by need, by age, or by age and need; who is not listed does not ask"),
        AgeMultipliers = keys.Optional("by_age", Multipliers, [], "multipliers of the rates, one for every age band"),
        PerMove = keys.Optional("per_move", Shapes.ListOf(PerMove, atLeast: 1), [], "contacts that come with moves between need states"),
        Season = keys.Optional("season", Season, [], "season of the rates"),
        Growth = keys.Optional("growth", Growth, "growth a year, or a path of multipliers"),
    }).Then((demand, _, context) => demand.Rates.IsEmpty ? demand with { Rates = Nobody(context).Rates } : demand);

    /// <summary>Demand of nobody.</summary>
    public static Demand Nobody(Context context) =>
        new() { Rates = [.. new Quantity?[context.Names.Known(NameKind.AgeBand).Length * context.Names.Known(NameKind.NeedState).Length]] };
}
