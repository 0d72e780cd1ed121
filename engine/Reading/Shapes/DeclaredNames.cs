using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The names that a scenario declares, gathered before anything else is read.</summary>
/// <remarks>
/// They come from the bare keys, whatever is wrong with what stands under them, so that one mistake in a service does not make every
/// mention of it a second one. Where the section itself is missing its names are not known, and nothing is said about them.
/// </remarks>
internal sealed class DeclaredNames
{
    /// <summary>Name of the only area of a scenario that declares none.</summary>
    public const string WholePlace = "all";

    private readonly Dictionary<NameKind, ImmutableArray<string>?> names;

    /// <summary>Gathers the names of a scenario.</summary>
    /// <param name="root">The merged file.</param>
    public DeclaredNames(Mapping root)
    {
        var organisations = KeysOf(root, "organisations");
        names = new()
        {
            [NameKind.NeedState] = ItemsOf(root, "people", "need") ?? KeysOf(root, "people", "need"),
            [NameKind.AgeBand] = AgeBands(Below(root, "people", "start")),
            [NameKind.Area] = ItemsOf(root, "people", "areas") ?? [],
            [NameKind.Organisation] = organisations,
            [NameKind.Service] = KeysOf(root, "services"),
            [NameKind.Tier] = [.. Tier.Known, .. ItemsOf(root, "tiers") ?? []],
            [NameKind.Index] = KeysOf(root, "prices", "indices") ?? [],
            [NameKind.Source] = KeysOf(root, "sources") ?? [],
            [NameKind.Grade] = KeysOf(root, "grades") ?? [],
            [NameKind.Season] = KeysOf(root, "seasons") ?? [],
            [NameKind.Limit] = KeysOf(root, "limits") ?? [],
            [NameKind.Governance] = KeysOf(root, "governance"),
            [NameKind.Fund] = organisations is { } own ? [.. own, .. Pools(root)] : null,
            [NameKind.FundOrReserve] = organisations is { } bodies ? [.. bodies, .. Pools(root), .. Reserves(root)] : null,
            [NameKind.Option] = KeysOf(root, "options"),
        };
    }

    /// <summary>The names of one kind in order of declaration; null when the section that declares them is missing or broken.</summary>
    public ImmutableArray<string>? Of(NameKind kind) => names[kind];

    /// <summary>The names of one kind in order of declaration; none when they are not known.</summary>
    public ImmutableArray<string> Known(NameKind kind) => names[kind] ?? [];

    /// <summary>The names of one kind to offer to somebody who mistyped one: without those that are refused themselves.</summary>
    public ImmutableArray<string> Offered(NameKind kind) =>
        [.. Known(kind).Where(name => kind == NameKind.AgeBand || Words.Name.Fits(name))];

    /// <summary>Whether a word is declared as a name and is none: that is said where it is declared, and nowhere else.</summary>
    public bool IsRefused(string word) =>
        !Words.Name.Fits(word) && names.Keys.Any(kind => kind != NameKind.AgeBand && Known(kind).Contains(word));

    private static IEnumerable<string> Pools(Mapping root) =>
        from arrangement in (Below(root, "governance") as Mapping)?.Entries ?? []
        from pool in KeysOf(arrangement.Value as Mapping, "pools") ?? []
        select pool;

    private static IEnumerable<string> Reserves(Mapping root) =>
        from organisation in (Below(root, "organisations") as Mapping)?.Entries ?? []
        from reserve in KeysOf(organisation.Value as Mapping, "reserves", "earmarked") ?? []
        select reserve;

    private static ImmutableArray<string>? AgeBands(Node? start)
    {
        if (start is not Mapping mapping)
        {
            return null;
        }

        // With areas the bands stand one level down, the same in each.
        var ages = mapping.Entries.Where(entry => Words.AgeBandName.Fits(entry.Key.Text)).ToList();
        return ages.Count > 0 ? [.. ages.Select(entry => entry.Key.Text)]
            : mapping.Entries.Select(entry => entry.Value).OfType<Mapping>().FirstOrDefault() is { } first ? KeysOf(first)
            : null;
    }

    private static ImmutableArray<string>? KeysOf(Mapping? root, params ReadOnlySpan<string> path) =>
        Below(root, path) is Mapping block ? [.. block.Entries.Select(entry => entry.Key.Text).Where(key => key != "source")] : null;

    private static ImmutableArray<string>? ItemsOf(Mapping root, params ReadOnlySpan<string> path) =>
        Below(root, path) is Sequence list ? [.. list.Items.OfType<Scalar>().Select(item => item.Text).Distinct()] : null;

    private static Node? Below(Node? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            node = (node as Mapping)?.Find(key)?.Value;
        }

        return node;
    }
}
