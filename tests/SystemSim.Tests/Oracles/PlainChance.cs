using System.Security.Cryptography;
using System.Text;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>What chance does in one draw (section 19).</summary>
/// <param name="scenario">The scenario, which says what comes about by chance.</param>
/// <param name="seed">Seed.</param>
/// <param name="draw">The draw, from 1.</param>
internal sealed class PlainChance(Scenario scenario, uint seed, uint draw)
{
    /// <summary>Whether people do by chance what they do.</summary>
    public bool OfPeople => scenario.Drawing.Chance.Contains(ByChance.People);

    /// <summary>Whether need-led demand comes by chance.</summary>
    public bool OfDemand => scenario.Drawing.Chance.Contains(ByChance.Demand);

    /// <summary>How many of some people act.</summary>
    public double Binomial(double n, double p, string name, int t) => Binomial(n, p, Uniform(name, t));

    /// <summary>How many come where some are expected.</summary>
    public double Poisson(double mean, string name, int t) => Poisson(mean, Uniform(name, t));

    /// <summary>The least count that is not exceeded with a probability, or its expansion.</summary>
    internal static double Binomial(double n, double p, double u)
    {
        if (n <= 0.0 || p <= 0.0)
        {
            return 0.0;
        }

        if (p >= 1.0)
        {
            return n;
        }

        if (p > 0.5)
        {
            return n - Binomial(n, 1.0 - p, 1.0 - u);
        }

        return n * p * (1.0 - p) > 25.0
            ? Math.Clamp(Expanded(n * p, n * p * (1.0 - p), p, u), 0.0, n)
            : Math.Min(n, Least(u, Math.Exp(n * PlainMath.LogOnePlus(-p)), k => (n - k + 1.0) / k * p / (1.0 - p)));
    }

    /// <summary>As for a binomial, of people without number.</summary>
    internal static double Poisson(double mean, double u) =>
        mean <= 0.0 ? mean
        : mean > 25.0 ? Math.Max(0.0, Expanded(mean, mean, 0.0, u))
        : Least(u, Math.Exp(-mean), k => mean / k);

    /// <summary>The least count whose cumulative probability reaches u.</summary>
    private static double Least(double u, double ofNone, Func<double, double> ratio)
    {
        var (k, one, all) = (0, ofNone, ofNone);
        while (all < u && (all < 0.5 || one > 1e-18))
        {
            k++;
            one *= ratio(k);
            all += one;
        }

        return k;
    }

    private static double Expanded(double mean, double variance, double p, double u)
    {
        var (z, sd, pq) = (Score(u), Math.Sqrt(variance), p * (1.0 - p));
        return Math.Floor(mean + (sd * z) + (((z * z) - 1.0) * (1.0 - (2.0 * p)) / 6.0)
            + (z * ((14.0 * pq) - 2.0 - ((1.0 + (2.0 * pq)) * z * z)) / (72.0 * sd)) + 0.5);
    }

    /// <summary>The score that a standard normal stays below with probability u: halved until nothing is left between.</summary>
    private static double Score(double u)
    {
        if (u > 0.5)
        {
            return -Score(1.0 - u);
        }

        var (low, high) = (-9.0, 0.0);
        while ((low + high) / 2.0 is var middle && middle > low && middle < high)
        {
            (low, high) = Below(middle) < u ? (middle, high) : (low, middle);
        }

        return high;
    }

    /// <summary>The probability of less than a negative score: by a series near 0, by a continued fraction in the tail.</summary>
    private static double Below(double score)
    {
        var x = -score;
        var density = Math.Exp(-x * x / 2.0) / Math.Sqrt(2.0 * Math.PI);
        if (x > 2.5)
        {
            return density / Enumerable.Range(1, 200).Reverse().Aggregate(x, (below, k) => x + (k / below));
        }

        var (sum, term) = (0.0, x);
        for (var k = 1; k < 200; k++)
        {
            sum += term;
            term *= x * x / ((2.0 * k) + 1.0);
        }

        return 0.5 - (density * sum);
    }

    private double Uniform(string name, int t)
    {
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(name)).Take(8).Aggregate(0UL, (k, next) => (k << 8) | next);
        uint[] words = [draw, (uint)t + 1, (uint)key, (uint)(key >> 32)];
        var (first, second) = (seed, 0u);
        for (var round = 0; round < 10; round++)
        {
            var (a, b) = (0xD2511F53UL * words[0], 0xCD9E8D57UL * words[2]);
            words = [(uint)(b >> 32) ^ words[1] ^ first, (uint)b, (uint)(a >> 32) ^ words[3] ^ second, (uint)a];
            first = unchecked(first + 0x9E3779B9);
            second = unchecked(second + 0xBB67AE85);
        }

        return (((((ulong)words[0] << 32) | words[1]) >> 12) * Math.Pow(2.0, -52)) + Math.Pow(2.0, -53);
    }
}
