namespace SystemSim.Reporting;

/// <summary>Moves labels apart that would stand on each other.</summary>
public static class Spreading
{
    /// <summary>Finds places near the wanted ones at which nothing overlaps.</summary>
    /// <param name="wanted">[label] where its middle is wanted.</param>
    /// <param name="heights">[label] how high it is.</param>
    /// <param name="top">Where the first may start.</param>
    /// <returns>[label] where its middle comes to stand; in the order of what is wanted, equal ones in their own.</returns>
    public static ImmutableArray<double> Apart(IReadOnlyList<double> wanted, IReadOnlyList<double> heights, double top)
    {
        var order = Enumerable.Range(0, wanted.Count).OrderBy(label => wanted[label]).ToArray();
        var groups = new List<Group>();
        foreach (var label in order)
        {
            groups.Add(new Group([label], heights[label], wanted[label] - (heights[label] / 2.0)));
            groups[^1] = groups[^1] with { Top = Math.Max(top, groups[^1].Wanted) };
            while (groups.Count > 1 && groups[^2].Top + groups[^2].Height > groups[^1].Top)
            {
                var (upper, lower) = (groups[^2], groups[^1]);
                // Each group wants to stand where its labels would, on average.
                var all = new Group([.. upper.Labels, .. lower.Labels], upper.Height + lower.Height, Average(upper, lower));
                groups.RemoveRange(groups.Count - 2, 2);
                groups.Add(all with { Top = Math.Max(top, all.Wanted) });
            }
        }

        var places = new double[wanted.Count];
        foreach (var group in groups)
        {
            var at = group.Top;
            foreach (var label in group.Labels)
            {
                places[label] = at + (heights[label] / 2.0);
                at += heights[label];
            }
        }

        return [.. places];
    }

    private static double Average(Group upper, Group lower)
    {
        var (many, few) = (upper.Labels.Length, lower.Labels.Length);
        return ((upper.Wanted * many) + ((lower.Wanted - upper.Height) * few)) / (many + few);
    }

    /// <summary>Labels that touch.</summary>
    /// <param name="Labels">The labels, from above.</param>
    /// <param name="Height">How high they are together.</param>
    /// <param name="Wanted">Where they want to start.</param>
    private sealed record Group(ImmutableArray<int> Labels, double Height, double Wanted)
    {
        /// <summary>Where they start.</summary>
        public double Top { get; init; } = Wanted;
    }
}
