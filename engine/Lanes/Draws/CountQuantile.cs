namespace SystemSim.Lanes;

/// <summary>Counts: quantiles of binomial and Poisson distributions, from additions, multiplications, divisions and roots alone.</summary>
/// <remarks>
/// <para><b>Values.</b> The least count whose cumulative probability reaches the uniform number, found by adding probabilities up. Where
/// the variance is large, the rounded expansion of Cornish and Fisher: cumulative probabilities are then within 1e-4 of the exact
/// ones.</para>
/// <para>A quantile grows with its uniform number, its mean and its probability: so runs that meet the same uniform numbers go up and down
/// together.</para>
/// <para><b>Source.</b> Giles, "Approximation of the inverse Poisson cumulative distribution function" (2016), and Giles and Beentjes,
/// "Approximation of an inverse of the incomplete beta function" (2016), for the expansion with its correction for whole numbers.</para>
/// </remarks>
internal static class CountQuantile
{
    private const double LargeVariance = 25.0;

    /// <summary>How many of some trials succeed.</summary>
    /// <param name="trials">How many there are; whole. None succeeds where it is not above 0.</param>
    /// <param name="probability">Of each; at 1 and above all succeed, at 0 and below none. Whether it can be a probability is for the
    /// caller to check.</param>
    /// <param name="uniform">Above 0 and below 1.</param>
    public static double Binomial(double trials, double probability, double uniform)
    {
        if (!(trials > 0.0) || probability <= 0.0)
        {
            return 0.0;
        }

        if (probability > 0.5)
        {
            return probability >= 1.0 ? trials : trials - Binomial(trials, 1.0 - probability, 1.0 - uniform);
        }

        // None succeeds with a probability of at least 1 less the mean: rare events need no powers.
        if (uniform <= 1.0 - (trials * probability))
        {
            return 0.0;
        }

        var fails = 1.0 - probability;
        var variance = trials * probability * fails;
        if (variance > LargeVariance)
        {
            return Math.Clamp(
                Expanded(trials * probability, variance, 1.0 - (2.0 * probability), probability * fails, uniform),
                0.0,
                trials
            );
        }

        var odds = probability / fails;
        var none = Exponential.Exp(trials * Logarithm.OfOnePlus(-probability));
        return Math.Min(AddedUp(none, -odds, (trials + 1.0) * odds, uniform), trials);
    }

    /// <summary>How many events there are where some are expected.</summary>
    /// <param name="mean">How many are expected; what is not above 0 stays as it is.</param>
    /// <param name="uniform">Above 0 and below 1.</param>
    public static double Poisson(double mean, double uniform) =>
        !(mean > 0.0) ? mean
        : uniform <= 1.0 - mean ? 0.0
        : mean > LargeVariance ? Math.Max(Expanded(mean, mean, 1.0, 0.0, uniform), 0.0)
        : AddedUp(Exponential.Exp(-mean), 0.0, mean, uniform);

    /// <summary>The quantile of a distribution in which each probability is the one before, times (a + b/count).</summary>
    private static double AddedUp(double first, double a, double b, double uniform)
    {
        var (count, probability, sum) = (0.0, first, first);
        while (sum < uniform)
        {
            count++;
            probability *= a + (b / count);
            if (sum + probability == sum)
            {
                break;
            }

            sum += probability;
        }

        return count;
    }

    /// <summary>The normal quantile with what skewness, kurtosis and whole numbers add to it.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="variance">Variance.</param>
    /// <param name="skew">1 less twice the probability; 1 for a Poisson.</param>
    /// <param name="share">The probability times that of failing; 0 for a Poisson.</param>
    /// <param name="uniform">Above 0 and below 1.</param>
    private static double Expanded(double mean, double variance, double skew, double share, double uniform)
    {
        var deviation = Math.Sqrt(variance);
        var score = NormalScore.Of(uniform);
        var square = score * score;
        var second = (square - 1.0) * skew / 6.0;
        var third = score * ((14.0 * share) - 2.0 - ((1.0 + (2.0 * share)) * square)) / (72.0 * deviation);
        return Math.Floor(mean + (deviation * score) + second + third + 0.5);
    }
}
