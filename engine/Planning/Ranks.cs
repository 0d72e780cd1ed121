namespace SystemSim.Planning;

/// <summary>How far up each of some values is among them.</summary>
internal static class Ranks
{
    /// <summary>[value] <c>(rank - 1/2) / n</c>, the rank from 1; equal values have the mean of theirs.</summary>
    public static ImmutableArray<double> Of(ImmutableArray<double> values)
    {
        var sorted = values.Sort();
        return [.. values.Select(value => (Below(sorted, value) + Below(sorted, Math.BitIncrement(value))) / (2.0 * values.Length))];
    }

    /// <summary>How many are below a bound.</summary>
    private static int Below(ImmutableArray<double> sorted, double bound)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < bound ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
