using System.Globalization;

namespace SystemSim.Reading;

/// <summary>Follows dotted paths.</summary>
internal static class PathFinder
{
    /// <summary>The node at the end of a path, or the last one on the way that is there.</summary>
    /// <param name="root">Where the path starts.</param>
    /// <param name="path">Keys and labels of list items, with dots between.</param>
    /// <returns>The node; null when not even the first step is there.</returns>
    public static FoundNode? Find(Node root, string path)
    {
        FoundNode? found = null;
        var parts = path.Split('.');
        for (var i = 0; i < parts.Length; i++)
        {
            if (Step(found?.Node ?? root, parts[i]) is not { } next)
            {
                return found;
            }

            found = next with { Steps = i + 1, IsWhole = i == parts.Length - 1 };
        }

        return found;
    }

    /// <summary>The names of the next steps from a node.</summary>
    public static IReadOnlyList<string> Steps(Node node) => node switch
    {
        Mapping mapping => [.. mapping.Entries.Select(entry => entry.Key.Text)],
        Sequence list => Labels.Of(list),
        _ => [],
    };

    /// <summary>The position of an item in a list, by label or counted from 1; -1 when there is none.</summary>
    public static int Item(Sequence list, string step)
    {
        var index = Array.IndexOf(Labels.Of(list), step);
        if (index >= 0 || !int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return index;
        }

        return number >= 1 && number <= list.Items.Length ? number - 1 : -1;
    }

    private static FoundNode? Step(Node node, string step)
    {
        if (node is Mapping mapping)
        {
            return mapping.Find(step) is { } entry ? new FoundNode(entry.Value, entry.Key, 0, false) : null;
        }

        return node is Sequence list && Item(list, step) is >= 0 and var index ? new FoundNode(list.Items[index], null, 0, false) : null;
    }
}
