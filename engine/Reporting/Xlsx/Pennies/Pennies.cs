namespace SystemSim.Reporting;

/// <summary>Amounts in whole pennies that add up.</summary>
internal static class Pennies
{
    private const double InAPound = 100.0;

    /// <summary>The nearest whole pennies; halves go away from zero.</summary>
    /// <param name="pounds">GBP.</param>
    public static long Of(double pounds) => (long)Math.Round(pounds * InAPound, MidpointRounding.AwayFromZero);

    /// <summary>Pounds of whole pennies: the double nearest to what a ledger would show.</summary>
    public static double Pounds(long pennies) => pennies / InAPound;

    /// <summary>Rounds parts to pennies that add up to a total: the parts whose rounding lost most get what is missing, and nothing stays
    /// nothing.</summary>
    /// <param name="total">What they add up to, pennies.</param>
    /// <param name="parts">GBP.</param>
    /// <param name="most">Most pennies that rounding can account for; as many as there are parts, and one, unless stated.</param>
    /// <returns>Pennies. Where parts are further from the total, they are rounded each by itself: it is not for rounding to hide
    /// that.</returns>
    public static long[] Share(long total, IReadOnlyList<double> parts, int? most = null)
    {
        var rounded = parts.Select(Of).ToArray();
        var missing = total - rounded.Sum();
        int[] open = [.. Enumerable.Range(0, rounded.Length).Where(part => parts[part] != 0.0)];
        if (missing == 0 || Math.Abs(missing) > (most ?? open.Length + 1))
        {
            return rounded;
        }

        var step = Math.Sign(missing);
        int[] first = [.. open.OrderByDescending(part => step * ((parts[part] * InAPound) - rounded[part]))];
        for (var turn = 0; missing != 0 && first.Length > 0; turn++)
        {
            rounded[first[turn % first.Length]] += step;
            missing -= step;
        }

        return rounded;
    }
}
