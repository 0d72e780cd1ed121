namespace SystemSim.Reporting;

/// <summary>Rounds numbers so that, as printed, they add up to their total as printed.</summary>
public static class LargestRemainder
{
    /// <summary>Rounds parts to whole units.</summary>
    /// <param name="parts">The parts, finite.</param>
    /// <param name="unit">The unit to round to, above zero, in the unit of the parts.</param>
    /// <returns>
    /// Whole units, each next to its part, whose sum is the total of the parts rounded half away from zero. The parts with the largest
    /// remainders are rounded up; among equals the first.
    /// </returns>
    public static ImmutableArray<long> Round(IReadOnlyList<double> parts, double unit) =>
        RoundTo((long)Math.Round(parts.Sum() / unit, MidpointRounding.AwayFromZero), parts, unit);

    /// <summary>Rounds parts to whole units that add up to a total which is printed elsewhere.</summary>
    /// <param name="total">The total, in whole units; no further from the sum of the parts than one unit a part.</param>
    /// <param name="parts">The parts, finite.</param>
    /// <param name="unit">The unit to round to, above zero, in the unit of the parts.</param>
    /// <returns>Whole units, each next to its part. The parts with the largest remainders are rounded up; among equals the first.</returns>
    public static ImmutableArray<long> RoundTo(long total, IReadOnlyList<double> parts, double unit)
    {
        var rounded = new long[parts.Count];
        var remainders = new double[parts.Count];
        for (var part = 0; part < rounded.Length; part++)
        {
            var units = parts[part] / unit;
            rounded[part] = (long)Math.Floor(units);
            remainders[part] = units - Math.Floor(units);
        }

        var missing = (int)Math.Clamp(total - rounded.Sum(), 0, rounded.Length);
        foreach (var part in Enumerable.Range(0, rounded.Length).OrderByDescending(part => remainders[part]).Take(missing))
        {
            rounded[part]++;
        }

        return [.. rounded];
    }
}
