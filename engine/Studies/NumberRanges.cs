namespace SystemSim.Studies;

/// <summary>Between which values the numbers of a scenario are likely to be, and nearly sure to be.</summary>
public static class NumberRanges
{
    // Beyond these lies one draw in a hundred.
    private const double Least = 0.01;
    private const double Most = 0.99;

    /// <summary>The ranges of all uncertain numbers that have a distribution of their own.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <returns>By path: the percentiles 1, 10, 90 and 99, in base units.</returns>
    public static IReadOnlyDictionary<string, NumberRange> Of(Prepared prepared)
    {
        var ranges = new Dictionary<string, NumberRange>(StringComparer.Ordinal);
        foreach (var drawn in prepared.Draws.Quantities)
        {
            if (drawn.Curve is { } curve && drawn.Quantity.Name.Length > 0)
            {
                ranges.TryAdd(
                    drawn.Quantity.Name,
                    new NumberRange(
                        curve.At(Least),
                        curve.At(QuantityRanges.LowShare),
                        curve.At(QuantityRanges.HighShare),
                        curve.At(Most)
                    )
                );
            }
        }

        return ranges;
    }
}

/// <summary>Where an uncertain number is likely to be.</summary>
/// <param name="Least">The 1st percentile.</param>
/// <param name="Low">The 10th.</param>
/// <param name="High">The 90th.</param>
/// <param name="Most">The 99th.</param>
public sealed record NumberRange(double Least, double Low, double High, double Most);
