using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>What an option may set: what changes from the first step on, and nothing about today or about what there is.</summary>
internal static class OptionSettings
{
    private static readonly string[] Sections = ["services", "organisations", "governance", "effects", "limits"];

    // What these hold is so today, and all options start from the same today.
    private static readonly string[] OfToday = ["at_start", "today", "brought_forward", "general"];

    private static readonly NameKind[] WhatThereIs =
        [NameKind.Service, NameKind.Organisation, NameKind.Limit, NameKind.Governance, NameKind.Fund];

    /// <summary>Those settings that an option may make; the others are reported.</summary>
    public static ImmutableArray<Setting> Allowed(ImmutableArray<Setting> sets, Problems problems) =>
        [.. sets.Where(set => IsAllowed(set.Path, problems))];

    /// <summary>Reports an option that adds or takes away something that all options must have alike.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="changed">The scenario as the option sets it.</param>
    /// <param name="sets">What it sets.</param>
    /// <param name="problems">Takes the problem.</param>
    public static void CheckSame(Draft draft, Draft changed, ImmutableArray<Setting> sets, Problems problems)
    {
        var before = draft.Context.Names;
        var after = changed.Context.Names;
        var differs = WhatThereIs.Where(kind => !before.Known(kind).SequenceEqual(after.Known(kind))).Select(NameKinds.Plural).ToList();
        if (!Targets(draft.Context.Root).SequenceEqual(Targets(changed.Context.Root)))
        {
            differs.Add("effects");
        }

        if (differs.Count > 0)
        {
            problems.Add(
                Codes.SetsWhatThereIs, sets[0].Path.At, $"an option changes numbers, not which {string.Join(" and ", differs)} there are.",
                "declare them in the scenario itself, for instance with a budget of £0.");
        }
    }

    private static bool IsAllowed(Scalar path, Problems problems)
    {
        var parts = path.Text.Split('.');
        if (!Sections.Contains(parts[0]))
        {
            problems.Add(
                Codes.SetsToday, path.At, $"an option cannot set '{path.Text}': it is the same in every option.",
                $"an option sets what lies below {string.Join(", ", Sections)}; use 'override' to change it for all.");
            return false;
        }

        if (parts.FirstOrDefault(OfToday.Contains) is { } today)
        {
            problems.Add(
                Codes.SetsToday, path.At,
                $"an option cannot set '{path.Text}': '{today}' is about today, which is the same in every option.",
                "use 'override' to change it for all.");
            return false;
        }

        return true;
    }

    /// <summary>The paths of all effects, which tell their owners and their targets.</summary>
    private static IEnumerable<string> Targets(Mapping root)
    {
        var owners = from section in (string[])["services", "governance"]
                     from owner in (root.Find(section)?.Value as Mapping)?.Entries ?? []
                     select (Path: $"{section}.{owner.Key.Text}", Node: owner.Value);
        return from owner in owners.Append((Path: "", Node: root))
               let effects = (owner.Node as Mapping)?.Find("effects")?.Value as Sequence
               where effects is not null
               from label in Labels.Of(effects)
               select $"{owner.Path}.{label}";
    }
}
