using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Values that may be stated by age band, by need state, or by both.</summary>
internal static class Cohorts
{
    /// <summary>Shares by need state: a list in their order, or by name; they add up to 1.</summary>
    /// <returns>[need state] shares; empty while the states are not known.</returns>
    public static Shape<ImmutableArray<Quantity>> NeedShares { get; } = Shapes.Choice(
        (node => node is Sequence, Shapes.ListOf(Numbers.Share.Quantity, atLeast: 1).Then(InOrder)),
        (_ => true, Shares(Words.Need, "need state", NameKind.NeedState, name => new NeedStateId(name)))).Named("need_shares");

    /// <summary>Shares by age band, which add up to 1.</summary>
    public static Shape<ImmutableArray<Quantity>> AgeShares { get; } = Shares(
        Words.Age, "age band", NameKind.AgeBand, name => new AgeBandId(name));

    /// <summary>Shares by area, which add up to 1.</summary>
    public static Shape<ImmutableArray<Quantity>> AreaShares { get; } = Shares(Words.Area, "area", NameKind.Area, name => new AreaId(name));

    /// <summary>Some of the cohorts.</summary>
    public static Shape<CohortGroup> Group { get; } = Shapes.Map(keys => new CohortGroup
    {
        Need = keys.Optional("need", Shapes.NamesOf(Words.Need), [], "need states; all unless stated"),
        Ages = keys.Optional("ages", Shapes.NamesOf(Words.Age), [], "age bands; all unless stated"),
        Areas = keys.Optional("areas", Shapes.NamesOf(Words.Area), [], "areas; all unless stated"),
    }).Named("group");

    /// <summary>Whether a node states values by age band.</summary>
    public static bool IsByAge(Node node) =>
        node is Mapping mapping && mapping.Entries.Any(entry => Words.AgeBandName.Fits(entry.Key.Text));

    /// <summary>One value, or one by age band.</summary>
    public static Shape<ByAge<T>> ByAge<T>(Shape<T> one)
        where T : class => Shapes.Choice(
            (IsByAge, Shapes.SourcedEach(Words.Age, one, "age band").Then((each, _, _) => new ByAge<T>(null, each))),
            (_ => true, one.Then((same, _, _) => new ByAge<T>(same, []))));

    /// <summary>One value, one by age band, one by need state, or one by both.</summary>
    /// <returns>[age band, need state] values, need state fastest; null where none is stated. Empty while bands or states are not
    /// known.</returns>
    public static Shape<ImmutableArray<T?>> ByAgeAndNeed<T>(Shape<T> one)
        where T : class
    {
        var byNeed = Shapes.Choice(
            (PathShape.IsOne, one.Then((same, _, context) => Needs(context).Select(_ => (T?)same).ToImmutableArray())),
            (_ => true, Shapes.SourcedEach(Words.Need, one, "need state")
                .Then((each, _, context) => Spread(Needs(context), each, need => new NeedStateId(need)))));
        return Shapes.Choice(
            (IsByAge, Shapes.SourcedEach(Words.Age, byNeed, "age band").Then((each, _, context) => Table(each, context))),
            (_ => true, byNeed.Then((row, _, context) => Ages(context).SelectMany(_ => row).ToImmutableArray())));
    }

    private static ImmutableArray<string> Needs(Context context) => context.Names.Known(NameKind.NeedState);

    private static ImmutableArray<string> Ages(Context context) => context.Names.Known(NameKind.AgeBand);

    private static Shape<ImmutableArray<Quantity>> Shares<TKey>(Word<TKey> word, string what, NameKind kind, Func<string, TKey> id)
        where TKey : notnull =>
        Shapes.SourcedEach(word, Numbers.Share.Quantity, what).Then((each, here, context) =>
        {
            Sums.CheckShares(each.Select(share => share.Value), here, context.Problems);
            return Spread(context.Names.Known(kind), each, id).Select(share => share ?? Quantity.Of(0.0)).ToImmutableArray();
        });

    private static ImmutableArray<Quantity> InOrder(ImmutableArray<Quantity> shares, Field here, Context context)
    {
        var needs = Needs(context);
        if (needs.Length > 0 && shares.Length != needs.Length)
        {
            context.Problems.Add(
                Codes.NeedShares, here.At, $"{here.Path} has {shares.Length} shares, and there are {needs.Length} need states.",
                $"write one for each of {string.Join(", ", needs)}; inside brackets a comma parts a number.");
        }
        else
        {
            Sums.CheckShares(shares, here, context.Problems);
        }

        return shares;
    }

    private static ImmutableArray<T?> Spread<TKey, T>(
        ImmutableArray<string> names, ImmutableArray<KeyValuePair<TKey, T>> each, Func<string, TKey> id)
        where T : class
        where TKey : notnull
    {
        var values = each.ToDictionary(pair => pair.Key, pair => pair.Value);
        return [.. names.Select(name => values.GetValueOrDefault(id(name)))];
    }

    private static ImmutableArray<T?> Table<T>(ImmutableArray<KeyValuePair<AgeBandId, ImmutableArray<T?>>> each, Context context)
        where T : class
    {
        var rows = each.ToDictionary(row => row.Key.Name, row => row.Value);
        return [.. Ages(context).SelectMany(age => rows.TryGetValue(age, out var row) ? row : [.. Needs(context).Select(_ => (T?)null)])];
    }
}
