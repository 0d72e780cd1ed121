namespace SystemSim.Lanes;

/// <summary>The tails of a beta distribution between 0 and 1.</summary>
/// <remarks>
/// <para><b>Values.</b> A logarithm of a probability is right to some 1e-13, as far out as there are numbers, but where it is of nearly the
/// whole: that is 1 less the other tail.</para>
/// <para><b>Source.</b> DiDonato and Morris, "Significant digit computation of the incomplete beta function ratios" (1992): the factor in
/// front, and the continued fraction below the mean, whose terms are positive.</para>
/// </remarks>
public readonly struct IncompleteBeta
{
    // Where the first term of a series says it all, for b = 0.
    private const double FirstTermBelow = -37.0;

    private readonly double a;
    private readonly double b;
    private readonly double logAtMean;

    /// <summary>A distribution.</summary>
    /// <param name="a">The power of the share; above 0.</param>
    /// <param name="b">The power of the rest; above 0.</param>
    public IncompleteBeta(double a, double b)
        : this(
            a,
            b,
            (0.5 * Logarithm.Of(a / (a + b) * b / (2.0 * Math.PI)))
                + (LogGamma.StirlingRest(a + b) - LogGamma.StirlingRest(a) - LogGamma.StirlingRest(b)))
    {
    }

    private IncompleteBeta(double a, double b, double logAtMean) => (this.a, this.b, this.logAtMean) = (a, b, logAtMean);

    private IncompleteBeta OfRest => new(b, a, logAtMean);

    /// <summary>The probability below a share.</summary>
    /// <param name="share">From 0 to 1.</param>
    public double Below(double share) =>
        share <= 0.0 ? 0.0
        : share >= 1.0 ? 1.0
        : IsLow(share, 1.0 - share) ? Exponential.Exp(LogByFraction(share, 1.0 - share).Log)
        : 1.0 - Exponential.Exp(OfRest.LogByFraction(1.0 - share, share).Log);

    /// <summary>The logarithm of the probability below a share, and what it gains by the logarithm of the odds of the share.</summary>
    /// <param name="odds">The logarithm of the odds of the share.</param>
    public (double Log, double Slope) LogBelow(double odds)
    {
        var (share, rest) = (1.0 / (1.0 + Exponential.Exp(-odds)), 1.0 / (1.0 + Exponential.Exp(odds)));
        return IsLow(share, rest) ? LogOfLow(odds) : OtherTail.Of(OfRest.LogOfLow(-odds));
    }

    private bool IsLow(double share, double rest) => share * b <= rest * a;

    private (double Log, double Slope) LogOfLow(double odds)
    {
        var least = FirstTermBelow - Logarithm.OfOnePlus(b);
        var known = Math.Max(odds, least);
        var (log, slope) = LogByFraction(1.0 / (1.0 + Exponential.Exp(-known)), 1.0 / (1.0 + Exponential.Exp(known)));
        return odds < least ? (log + (a * (odds - least)), a) : (log, slope);
    }

    private (double Log, double Slope) LogByFraction(double share, double rest)
    {
        // How far the share is below the mean.
        var below = Math.FusedMultiplyAdd(rest, a, -(share * b));
        var fraction = new ContinuedFraction(a / (a + 1.0) * (below + 1.0));
        for (var term = 1.0; ; term++)
        {
            var (once, twice) = (a + term, a + (2.0 * term));
            var lost = term * (b - term) * share / (twice - 1.0);
            var above = (once - 1.0) * (once - 1.0 + b) * share / (twice - 1.0) * lost;
            if (!fraction.Add(above, term + lost + (once / (twice + 1.0) * (below + 1.0 + (term * (1.0 + rest))))))
            {
                return (LogDensity(share, rest) + Logarithm.Of(fraction.Value), 1.0 / fraction.Value);
            }
        }
    }

    /// <summary>The logarithm of the density of the logarithm of the odds, share^a rest^b/beta(a, b).</summary>
    private double LogDensity(double share, double rest)
    {
        // How far the share is from the mean, as a part of a and of b.
        var over = Math.FusedMultiplyAdd(share, b, -(rest * a));
        return logAtMean
            + (a * Logarithm.OfRatioLess(share / a * (a + b), over / a))
            + (b * Logarithm.OfRatioLess(rest / b * (a + b), -over / b));
    }
}
