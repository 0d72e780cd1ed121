namespace SystemSim.Lanes;

/// <summary>One tail of a distribution from the other.</summary>
internal static class OtherTail
{
    /// <summary>
    /// The logarithm of what one tail leaves, and what it changes by, from the logarithm of that tail and what that changes by.
    /// </summary>
    public static (double Log, double Slope) Of((double Log, double Slope) tail)
    {
        var probability = Exponential.Exp(tail.Log);
        return (Logarithm.OfOnePlus(-probability), tail.Slope * probability / (1.0 - probability));
    }
}
