namespace SystemSim.Lanes;

/// <summary>The tails of a gamma distribution of scale 1.</summary>
/// <remarks>
/// <para><b>Values.</b> A logarithm of a probability is right to some 1e-13, as far out as there are numbers, but where it is of nearly the
/// whole: that is 1 less the other tail.</para>
/// <para><b>Source.</b> Abramowitz and Stegun, "Handbook of mathematical functions" (1964), 6.5.29 and 6.5.31.</para>
/// </remarks>
public readonly struct IncompleteGamma
{
    // Where the series is the better way for small shapes; and where its first term says it all.
    private const double Small = 1.0;
    private const double FirstTermBelow = -37.0;

    // A term that adds nothing.
    private const double Nothing = 1e-17;

    private readonly double shape;
    private readonly double logAtMean;

    /// <summary>A distribution.</summary>
    /// <param name="shape">Its shape, which is its mean; above 0.</param>
    public IncompleteGamma(double shape)
    {
        this.shape = shape;
        logAtMean = (0.5 * Logarithm.Of(shape / (2.0 * Math.PI))) - LogGamma.StirlingRest(shape);
    }

    /// <summary>The probability below a number.</summary>
    /// <param name="x">0 or above.</param>
    public double Below(double x) =>
        x <= 0.0 ? 0.0
        : IsLow(x) ? Exponential.Exp(LogBySeries(x).Log)
        : 1.0 - Exponential.Exp(LogByFraction(x).Log);

    /// <summary>The logarithm of the probability below a number, and what it gains by the logarithm of the number.</summary>
    /// <param name="log">The logarithm of the number.</param>
    public (double Log, double Slope) LogBelow(double log)
    {
        if (log < FirstTermBelow)
        {
            return (LogBySeries(Exponential.Exp(FirstTermBelow)).Log + (shape * (log - FirstTermBelow)), shape);
        }

        var x = Exponential.Exp(log);
        return IsLow(x) ? LogBySeries(x) : OtherTail.Of(LogByFraction(x));
    }

    /// <summary>The logarithm of the probability above a number, and what it loses by the logarithm of the number.</summary>
    /// <param name="log">The logarithm of the number.</param>
    public (double Log, double Slope) LogAbove(double log)
    {
        var x = Exponential.Exp(log);
        return IsLow(x) ? OtherTail.Of(LogBelow(log)) : LogByFraction(x);
    }

    private bool IsLow(double x) => x <= Math.Max(shape, Small);

    private (double Log, double Slope) LogBySeries(double x)
    {
        var (sum, term) = (1.0, 1.0);
        for (var next = shape + 1.0; term > Nothing * sum; next++)
        {
            term *= x / next;
            sum += term;
        }

        return (LogDensity(x) + Logarithm.Of(sum / shape), shape / sum);
    }

    private (double Log, double Slope) LogByFraction(double x)
    {
        var first = x + 1.0 - shape;
        var fraction = new ContinuedFraction(first);
        for (var term = 1.0; fraction.Add(term * (shape - term), first + (2.0 * term)); term++)
        {
        }

        return (LogDensity(x) + Logarithm.Of(fraction.Value), 1.0 / fraction.Value);
    }

    /// <summary>The logarithm of the density of log(x), which is x times that of x: x^shape exp(-x)/gamma(shape).</summary>
    private double LogDensity(double x) => logAtMean + (shape * Logarithm.OfRatioLess(x / shape, (x - shape) / shape));
}
