namespace SystemSim.Lanes;

/// <summary>A continued fraction from its beginning, 1/(b₀ + a₁/(b₁ + a₂/(b₂ + ...))): as many terms as bring it closer.</summary>
/// <remarks><b>Source.</b> Abramowitz and Stegun, "Handbook of mathematical functions" (1964), 3.10.1, the recurrence of both its
/// sides.</remarks>
internal struct ContinuedFraction
{
    // Relative changes: too small to matter, and so small that one that is no smaller than the last can only be rounding.
    private const double Nothing = 1e-16;
    private const double Little = 1e-10;

    // Both sides grow or fall together: beyond these they are brought back by a power of two, which changes no bit of what follows.
    private const double Large = 3.2733906078961419e150;
    private const double Small = 1.0 / Large;

    private double above;
    private double below;
    private double lastAbove;
    private double lastBelow;
    private double lastChange;

    /// <summary>Starts with the first denominator.</summary>
    /// <param name="first">b₀.</param>
    public ContinuedFraction(double first)
    {
        (lastAbove, lastBelow) = (0.0, 1.0);
        (above, below) = (1.0, first);
        lastChange = double.PositiveInfinity;
        Value = 1.0 / first;
    }

    /// <summary>Its value, as far as it goes.</summary>
    public double Value { get; private set; }

    /// <summary>Takes one more term.</summary>
    /// <param name="a">Its numerator.</param>
    /// <param name="b">Its denominator.</param>
    /// <returns>Whether that brought the value closer.</returns>
    public bool Add(double a, double b)
    {
        (lastAbove, above) = (above, (b * above) + (a * lastAbove));
        (lastBelow, below) = (below, (b * below) + (a * lastBelow));
        var size = Math.Abs(below);
        if (size > Large)
        {
            Scale(Small);
        }
        else if (size < Small)
        {
            Scale(Large);
        }

        var before = Value;
        Value = above / below;
        var change = Math.Abs((Value - before) / Value);
        var isCloser = change > Nothing && (change > Little || change < lastChange);
        lastChange = change;
        return isCloser;
    }

    private void Scale(double factor) =>
        (above, below, lastAbove, lastBelow) = (above * factor, below * factor, lastAbove * factor, lastBelow * factor);
}
