using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>What an option may set: what changes from the first step on, and nothing about today or about what there is.</summary>
internal static class OptionSettings
{
    private static readonly string[] Sections = ["services", "organisations", "governance", "effects", "limits"];

    // What these hold is so today, and all options start from the same today. A star is any name or any item of a list.
    private static readonly string[][] OfToday =
    [
        ["organisations", "*", "reserves", "general"],
        ["organisations", "*", "reserves", "earmarked"],
        ["organisations", "*", "brought_forward"],
        ["organisations", "*", "capitalisation", "opening_debt"],
        ["services", "*", "at_start"],
        ["services", "*", "effects", "*", "at_start"],
        ["governance", "*", "effects", "*", "at_start"],
        ["effects", "*", "at_start"],
        ["effects", "*", "today"],
    ];


    private static readonly NameKind[] WhatThereIs =
        [NameKind.Service, NameKind.Organisation, NameKind.Limit, NameKind.Governance, NameKind.Fund];

    /// <summary>The scenario as an option sets it; what it may not set is reported and left as it is.</summary>
    /// <param name="root">The scenario.</param>
    /// <param name="sets">What the option sets.</param>
    /// <param name="problems">Takes what it may not set, and paths that lead nowhere.</param>
    public static Mapping Apply(Mapping root, ImmutableArray<Setting> sets, Problems problems)
    {
        foreach (var set in sets.Where(set => IsInSection(set.Path, problems)))
        {
            var changed = Settings.Apply(root, [set], problems);
            if (OfToday.FirstOrDefault(path => Differs(root, changed, path)) is not { } today)
            {
                root = changed;
                continue;
            }

            problems.Add(
                Codes.SetsToday, set.Path.At,
                $"an option cannot set '{set.Path.Text}': '{today[^1]}' is about today, which is the same in every option.",
                "an option sets what happens from the first step on; use 'override' to change today for all.");
        }

        return root;
    }

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

        if (!Harms(draft.Context.Root).SequenceEqual(Harms(changed.Context.Root)))
        {
            differs.Add("harms");
        }

        if (differs.Count > 0)
        {
            problems.Add(
                Codes.SetsWhatThereIs, sets[0].Path.At, $"an option changes numbers, not which {string.Join(" and ", differs)} there are.",
                "declare them in the scenario itself, for instance with a budget of £0.");
        }
    }

    private static bool IsInSection(Scalar path, Problems problems)
    {
        if (Sections.Contains(path.Text.Split('.')[0]))
        {
            return true;
        }

        problems.Add(
            Codes.SetsToday, path.At, $"an option cannot set '{path.Text}': it is the same in every option.",
            $"an option sets what lies below {string.Join(", ", Sections)}; use 'override' to change it for all.");
        return false;
    }

    /// <summary>Whether something else stands at a path; trees share what was not set, so that is the same object in both.</summary>
    private static bool Differs(Node? before, Node? after, ReadOnlySpan<string> path)
    {
        if (ReferenceEquals(before, after) || path.IsEmpty)
        {
            return !ReferenceEquals(before, after);
        }

        if (path[0] != "*")
        {
            return Differs(Below(before, path[0]), Below(after, path[0]), path[1..]);
        }

        // What is there in one alone is reported as that.
        foreach (var step in StepsFrom(before).Intersect(StepsFrom(after)))
        {
            if (Differs(Below(before, step), Below(after, step), path[1..]))
            {
                return true;
            }
        }

        return false;
    }

    private static Node? Below(Node? node, string step) => node is null ? null : PathFinder.Find(node, step)?.Node;

    private static IReadOnlyList<string> StepsFrom(Node? node) => node is null ? [] : PathFinder.Steps(node);

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

    /// <summary>The paths of all harms.</summary>
    private static IEnumerable<string> Harms(Mapping root) =>
        from service in (root.Find("services")?.Value as Mapping)?.Entries ?? []
        from harm in PathFinder.Find(service.Value, "unmet.harms") is { IsWhole: true, Node: Mapping harms } ? harms.Entries : []
        select $"{service.Key.Text}.{harm.Key.Text}";
}
