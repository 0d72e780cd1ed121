using System.Collections.Immutable;
using SystemSim.Reading;

namespace SystemSim.Tests.Reading;

/// <summary>Scenarios with one thing changed.</summary>
internal static class ChangedScenario
{
    // A value of every kind, as an editor would see it: numbers bare, everything else as text.
    private static readonly ImmutableArray<string> Written =
    [
        "12", "0.5", "-0.5", "true", "~", "text", "two words", "18%", "150%", "-5%", "+5%", "£5m", "£5m a year", "£5 a bed-day",
        "9 per 1000 a year", "3 a month", "3 years", "0 months",
        "2026/27", "2026/28", "0-17", "65+", "move well -> at_risk", "demand gp", "none", "all", "B", "1e-9",
    ];

    /// <summary>The scenario with one node changed, for every node and every change; what overrides hold is left alone.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="changes">What a node can be changed into, and how that is called.</param>
    public static IEnumerable<(Mapping Scenario, string What)> All(
        Mapping scenario, Func<Node, IEnumerable<(Node Node, string What)>> changes) =>
        from change in Changed(scenario, "", changes)
        where change.Node is Mapping
        select ((Mapping)change.Node, change.What);

    /// <summary>A block with a key removed, renamed, doubled under another name, moved down or added.</summary>
    public static IEnumerable<(Node Node, string What)> Keys(Node node)
    {
        if (node is Sequence list)
        {
            yield return (new Sequence(list.At, []), "emptied");
            yield return (new Sequence(list.At, [.. list.Items, .. list.Items.Take(1)]), "one item more");
            yield break;
        }

        if (node is not Mapping mapping)
        {
            yield break;
        }

        yield return (mapping.With(Word("unexpected"), Word("1")), "a key added");
        yield return (mapping.With(Word("source"), Word("panel")), "a source added");
        yield return (mapping.With(Word("value"), Word("1")), "a value added");
        yield return (new Mapping(mapping.At, []), "emptied");
        foreach (var entry in mapping.Entries)
        {
            var without = new Mapping(mapping.At, mapping.Entries.Remove(entry));
            yield return (without, $"without {entry.Key.Text}");
            yield return (without.With(Word(entry.Key.Text + "x"), entry.Value), $"{entry.Key.Text} renamed");
            yield return (without.With(Word("2026/27"), entry.Value), $"{entry.Key.Text} renamed to a year");
            yield return (without.With(Word("65+"), entry.Value), $"{entry.Key.Text} renamed to an age band");
            if (without.Entries.FirstOrDefault(other => other.Value is Mapping) is { Value: Mapping below } other)
            {
                yield return (without.With(other.Key, below.With(entry.Key, entry.Value)), $"{entry.Key.Text} moved into {other.Key.Text}");
            }
        }
    }

    /// <summary>A node replaced by a value, a list or a block.</summary>
    public static IEnumerable<(Node Node, string What)> Values(Node node)
    {
        foreach (var value in Written)
        {
            yield return (Word(value), $"replaced by {value}");
        }

        yield return (new Sequence(node.At, [node]), "put into a list");
        yield return (new Mapping(node.At, [new Entry(Word("a"), node)]), "put into a block");
        yield return (new Mapping(node.At, [new Entry(Word("value"), node)]), "put into a number's block");
        yield return (new Mapping(node.At, [new Entry(Word("2026/27"), node)]), "put into a path");
    }

    private static IEnumerable<(Node Node, string What)> Changed(
        Node node, string path, Func<Node, IEnumerable<(Node Node, string What)>> changes)
    {
        foreach (var (changed, what) in changes(node))
        {
            yield return (changed, $"{path}: {what}");
        }

        if (node is Mapping mapping)
        {
            foreach (var entry in mapping.Entries.Where(entry => entry.Key.Text is not ("override" or "set")))
            {
                foreach (var (changed, what) in Changed(entry.Value, $"{path}.{entry.Key.Text}", changes))
                {
                    yield return (mapping.With(entry.Key, changed), what);
                }
            }
        }

        if (node is Sequence list)
        {
            for (var i = 0; i < list.Items.Length; i++)
            {
                foreach (var (changed, what) in Changed(list.Items[i], $"{path}[{i}]", changes))
                {
                    yield return (new Sequence(list.At, list.Items.SetItem(i, changed)), what);
                }
            }
        }
    }

    // An editor reads a bare exponent as the number that it is: in quotes the schema can see how it is spelled.
    private static Scalar Word(string text) =>
        new(new Spot("changed", 1, 1), text, isPlain: !text.Contains("e-", StringComparison.Ordinal));
}
