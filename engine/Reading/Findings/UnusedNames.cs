using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>Names that are declared and that nothing mentions.</summary>
internal static class UnusedNames
{
    private static readonly (NameKind Kind, string Path)[] Declared =
    [
        (NameKind.Source, "sources"), (NameKind.Grade, "grades"), (NameKind.Season, "seasons"), (NameKind.Index,
            "prices.indices"), (NameKind.Governance, "governance"),
    ];

    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        var used = sides.SelectMany(side => side.Draft.Context.Used).Concat(draft.Context.Used).ToHashSet();
        foreach (var (kind, path) in Declared)
        {
            foreach (var name in draft.Context.Names.Known(kind).Where(name => !used.Contains((kind, name))))
            {
                draft.ReportIdle(Codes.Unused, $"{path}.{name}", $"{NameKinds.Singular(kind)} '{name}' is declared, and nothing uses it.");
            }
        }

        foreach (var tier in draft.Tiers.Where(tier => !used.Contains((NameKind.Tier, tier))))
        {
            draft.ReportIdle(Codes.Unused, "tiers", $"tier '{tier}' is declared, and no service has it.");
        }
    }
}
