using System.Globalization;

namespace SystemSim.Runs;

/// <summary>Numbers of things in words.</summary>
public static class Counts
{
    /// <summary>A number of things: <c>no findings</c>, <c>1 finding</c>, <c>2 findings</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="thing">What one of them is called.</param>
    public static string Of(long number, string thing) => number switch
    {
        0 => $"no {thing}s",
        1 => $"1 {thing}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{number} {thing}s"),
    };
}
