using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Two things of one kind with one title: nobody could tell them apart in an answer.</summary>
internal static class TitlesAlike
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        Draft[] drafts = [draft, .. sides.Select(side => side.Draft)];
        var organisations = drafts.SelectMany(of => of.Organisations).Select(organisation => (organisation.Key, organisation.Value.Title));
        var pools = draft.Governance.SelectMany(arrangement => arrangement.Value.Pools).Select(pool => pool.Key).Distinct().ToArray();
        Report(draft, "options", "options", draft.Options.Select(option => (option.Key, option.Value.Title)));
        Report(draft, "organisations", "organisations", organisations);
        Report(
            draft,
            "services",
            "services",
            drafts.SelectMany(of => of.Services).Select(service => (service.Key, service.Value.Service.Title))
        );
        Report(
            draft,
            "governance",
            "arrangements",
            drafts.SelectMany(of => of.Governance).Select(arrangement => (arrangement.Key, arrangement.Value.Title))
        );
        Report(draft, "people", "need states", Named(draft, NameKind.NeedState));
        Report(draft, "people", "areas", Named(draft, NameKind.Area));
        Report(draft, "governance", "pools", pools.Select(pool => (pool, Titles.Of(pool))));
        foreach (var pool in pools)
        {
            foreach (
                var (name, title) in organisations
                    .Distinct()
                    .Where(organisation => TitlesApart.KeyOf(organisation.Title) == TitlesApart.KeyOf(pool))
            )
            {
                draft.Report(
                    Codes.TitlesAlike,
                    $"organisations.{name}.title",
                    $"'{name}' has the title '{title}', and a pool is called '{pool}': '{name}' is printed with its name in brackets.",
                    "give one of them another name."
                );
            }
        }
    }

    /// <summary>Things that have no title, and are printed by their names.</summary>
    private static IEnumerable<(string Name, string Title)> Named(Draft draft, NameKind kind) =>
        draft.Context.Names.Known(kind).Select(name => (name, Titles.Of(name)));

    private static void Report(Draft draft, string section, string what, IEnumerable<(string Name, string Title)> named)
    {
        foreach (var same in named.Distinct().GroupBy(one => TitlesApart.KeyOf(one.Title)))
        {
            string[] names = [.. same.Select(one => one.Name).Distinct()];
            if (names.Length > 1)
            {
                draft.Report(
                    Codes.TitlesAlike, $"{section}.{names[^1]}.title",
                    $"the {what} {string.Join(", ", names[..^1].Select(name => $"'{name}'"))} and '{names[^1]}' have one title, '{same.First().Title}': they are printed with their names in brackets.",
                    "give each a title of its own.");
            }
        }
    }
}
