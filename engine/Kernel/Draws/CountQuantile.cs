namespace SystemSim.Kernel;

/// <summary>Counts by chance: quantiles of binomial and Poisson distributions, from additions, multiplications, divisions and roots alone.</summary>
/// <remarks>
/// <para><b>Values.</b> The least count whose cumulative probability reaches the uniform number, found by adding probabilities up. Where the variance is
/// large, the rounded expansion of Cornish and Fisher: cumulative probabilities are then within 1e-4 of the exact ones.</para>
/// <para>A quantile grows with its uniform number, its mean and its chance: so options that meet the same uniform numbers go up and down together.</para>
/// <para><b>Source.</b> Giles, "Approximation of the inverse Poisson cumulative distribution function" (2016), and Giles and Beentjes, "Approximation of an
/// inverse of the incomplete beta function" (2016), for the expansion with its correction for whole numbers.</para>
/// </remarks>
internal static class CountQuantile
{
    private const double LargeVariance = 25.0;

    /// <summary>How many of <paramref name="people"/> act, each with a chance.</summary>
    /// <param name="people">How many there are; whole. Nobody acts where it is not above 0.</param>
    /// <param name="chance">Chance of each; at 1 and above all act, at 0 and below nobody. Whether it can be a chance is for the caller to check.</param>
    /// <param name="uniform">Above 0 and below 1.</param>
    public static double Binomial(double people, double chance, double uniform)
    {
        if (!(people > 0.0) || chance <= 0.0)
        {
            return 0.0;
        }

        if (chance > 0.5)
        {
            return chance >= 1.0 ? people : people - Binomial(people, 1.0 - chance, 1.0 - uniform);
        }

        // Nobody acts with a probability of at least 1 less the mean: rare events need no powers.
        if (uniform <= 1.0 - (people * chance))
        {
            return 0.0;
        }

        var stays = 1.0 - chance;
        var variance = people * chance * stays;
        if (variance > LargeVariance)
        {
            return Math.Clamp(Expanded(people * chance, variance, 1.0 - (2.0 * chance), chance * stays, uniform), 0.0, people);
        }

        var odds = chance / stays;
        var nobody = Exponential.Exp(people * Logarithm.OfOnePlus(-chance));
        return Math.Min(AddedUp(nobody, -odds, (people + 1.0) * odds, uniform), people);
    }

    /// <summary>How many come where some are expected.</summary>
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
    /// <param name="skew">1 less twice the chance; 1 for a Poisson.</param>
    /// <param name="share">The chance times that of staying; 0 for a Poisson.</param>
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
