using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>All numbers of a scenario, in the order in which the files state them.</summary>
internal static class NumberList
{
    /// <summary>Gathers the numbers: those of the scenario by file and place, then those that options put in their place.</summary>
    /// <param name="draft">The scenario.</param>
    /// <param name="sides">The options.</param>
    /// <param name="files">Names of the files, in order.</param>
    public static ImmutableArray<StatedNumber> Of(Draft draft, ImmutableArray<Side> sides, IReadOnlyList<string> files)
    {
        var order = files.Index().ToDictionary(name => name.Item, name => name.Index);
        var own = draft.Context.Numbers
            .OrderBy(number => order.GetValueOrDefault(number.Node.At.File, int.MaxValue)).ThenBy(number => number.Node.At.Line)
            .ThenBy(number => number.Node.At.Column);

        // A number that an option leaves alone is the same node in its tree; one that it changes is another.
        var seen = new HashSet<Node>(draft.Context.Numbers.Select(number => number.Node), ReferenceEqualityComparer.Instance);
        var set = sides.SelectMany(side => side.Draft.Context.Numbers).Where(number => seen.Add(number.Node));
        return [.. own, .. set];
    }
}
