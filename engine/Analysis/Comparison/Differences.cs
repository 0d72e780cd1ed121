namespace SystemSim.Analysis;

/// <summary>Takes the observations of one side from those of another, row by row.</summary>
/// <remarks>
/// A difference stands for every row of either side; what one side lacks counts as 0, so that differences add up as the values do.
/// </remarks>
internal static class Differences
{
    /// <summary>The differences, in the order of the first side; rows that only the other has come last.</summary>
    /// <param name="rows">Own values of one side.</param>
    /// <param name="baseline">Own values of the side from which they are the difference.</param>
    /// <param name="option">What the differences call the first side.</param>
    /// <param name="against">What they call the other.</param>
    public static List<Observation> Of(IReadOnlyList<Observation> rows, IReadOnlyList<Observation> baseline, string option, string against)
    {
        var differences = new List<Observation>(rows.Count);
        var positions = new Dictionary<Observation, int>(rows.Count);
        foreach (var row in rows)
        {
            var key = row with { Option = option, Against = against, Value = 0.0 };
            positions.Add(key, differences.Count);
            differences.Add(key with { Value = row.Value });
        }

        foreach (var row in baseline)
        {
            var key = row with { Option = option, Against = against, Value = 0.0 };
            if (positions.TryGetValue(key, out var position))
            {
                differences[position] = key with { Value = differences[position].Value - row.Value };
            }
            else
            {
                differences.Add(key with { Value = 0.0 - row.Value });
            }
        }

        return differences;
    }
}
