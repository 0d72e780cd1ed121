using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>Round values along an axis, and where on it a value stands.</summary>
public sealed record Ticks
{
    // An axis of nothing but zeros still needs a length.
    private const double LeastSpan = 1e-9;

    // As in E+006.
    private const int ExponentLength = 5;

    /// <summary>The values, in ascending order; the first and the last are the ends of the axis.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>The lower end.</summary>
    public double Low => Values[0];

    /// <summary>The upper end.</summary>
    public double High => Values[^1];

    /// <summary>An axis that holds all of some values, and zero.</summary>
    /// <param name="values">The values, finite.</param>
    /// <param name="about">About how many steps it is to have.</param>
    public static Ticks Covering(IEnumerable<double> values, int about = 4)
    {
        var (low, high) = (0.0, 0.0);
        foreach (var value in values)
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        return Between(low, high, about);
    }

    /// <summary>An axis that holds two values, and not zero unless it lies between them.</summary>
    public static Ticks Between(double low, double high, int about = 4)
    {
        if (high - low < LeastSpan)
        {
            high = low + 1.0;
        }

        var step = Step((high - low) / about);
        var (first, last) = (Math.Floor((low / step) + LeastSpan), Math.Ceiling((high / step) - LeastSpan));
        return new Ticks { Values = [.. Enumerable.Range(0, (int)(last - first) + 1).Select(tick => (first + tick) * step)] };
    }

    /// <summary>Where a value stands between two ends of a drawing.</summary>
    public double Place(double value, double from, double to) => from + ((value - Low) / (High - Low) * (to - from));

    /// <summary>The round number next above: 1, 2 or 5 times a power of ten.</summary>
    private static double Step(double rough)
    {
        // The power of ten of its first digit, from how it is written: logarithms may miss it.
        var written = rough.ToString("E16", CultureInfo.InvariantCulture);
        var power = double.Parse($"1{written[^ExponentLength..]}", CultureInfo.InvariantCulture);
        return (rough / power) switch
        {
            <= 1.0 => power,
            <= 2.0 => 2.0 * power,
            <= 5.0 => 5.0 * power,
            _ => 10.0 * power,
        };
    }
}
