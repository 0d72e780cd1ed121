using MathNet.Numerics.Distributions;
using NUnit.Framework;
using SystemSim.Lanes;

namespace SystemSim.Tests;

/// <summary>Counts by chance against the exact distribution functions.</summary>
public sealed class CountQuantileTests
{
    /// <summary>What is stated of counts whose variance is large.</summary>
    private const double Stated = 1e-4;

    /// <summary>Exact, but for the rounding of either side.</summary>
    private const double Exact = 1e-12;

    private static readonly double[] Chances = [1e-6, 0.001, 0.01, 0.1, 0.3, 0.45, 0.5];
    private static readonly double[] People = [1, 2, 7, 40, 60, 101, 250, 1_000, 20_000, 3_000_000];
    private static readonly double[] Means = [1e-9, 0.01, 0.7, 3, 12.5, 24.9, 25, 25.1, 30, 60, 200, 5_000, 2e6];

    private static IEnumerable<double> Probabilities() =>
        [
            Uniforms.Least,
            1e-12,
            1e-6,
            1e-4,
            .. Enumerable.Range(1, 999).Select(part => part / 1_000.0),
            1.0 - 1e-4,
            1.0 - 1e-6,
            1.0 - 1e-12,
            Uniforms.Most,
        ];

    [Test]
    public void A_binomial_is_the_least_count_that_reaches_the_probability(
        [ValueSource(nameof(People))] double people,
        [ValueSource(nameof(Chances))] double chance
    )
    {
        var exact = new Binomial(chance, (int)people);
        var error = people * chance * (1.0 - chance) > 25.0 ? Stated : Exact;

        AssertLeast(u => CountQuantile.Binomial(people, chance, u), exact.CumulativeDistribution, people, error);
    }

    [Test]
    public void A_Poisson_is_the_least_count_that_reaches_the_probability([ValueSource(nameof(Means))] double mean)
    {
        var exact = new Poisson(mean);

        AssertLeast(
            u => CountQuantile.Poisson(mean, u),
            exact.CumulativeDistribution,
            double.PositiveInfinity,
            mean > 25.0 ? Stated : Exact
        );
    }

    [Test]
    public void More_than_even_chances_are_those_of_staying(
        [ValueSource(nameof(People))] double people,
        [Values(0.5625, 0.75, 0.9375, 1023.0 / 1024.0)] double chance
    )
    {
        foreach (var u in Probabilities())
        {
            Assert.That(
                CountQuantile.Binomial(people, chance, u),
                Is.EqualTo(people - CountQuantile.Binomial(people, 1.0 - chance, 1.0 - u))
            );
        }
    }

    [Test]
    public void Nobody_and_everybody_leave_nothing_to_chance(
        [Values(0.0, 1.0, 30.0, 1e9)] double people,
        [Values(1e-9, 0.5, 0.999)] double u
    )
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(CountQuantile.Binomial(people, 0.0, u), Is.Zero);
            Assert.That(CountQuantile.Binomial(people, 1.0, u), Is.EqualTo(people));
            Assert.That(CountQuantile.Binomial(people, 1.0 + 1e-15, u), Is.EqualTo(people));
            Assert.That(CountQuantile.Binomial(-people, 0.3, u), Is.Zero);
            Assert.That(CountQuantile.Poisson(0.0, u), Is.Zero);
        }
    }

    [Test]
    public void What_cannot_be_expected_stays_wrong([Values(-3.0, double.NaN)] double mean) =>
        Assert.That(CountQuantile.Poisson(mean, 0.5), Is.EqualTo(mean));

    [Test]
    public void A_count_grows_with_its_uniform_number_and_its_chance([Values(5.0, 60.0, 150.0, 900.0)] double people)
    {
        var counts = Probabilities().Select(u => CountQuantile.Binomial(people, 0.2, u)).ToArray();
        var likelier = Probabilities().Select(u => CountQuantile.Binomial(people, 0.24, u)).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts, Is.Ordered);
            Assert.That(likelier.Zip(counts, (more, less) => more - less), Has.All.Not.Negative);
        }
    }

    private static void AssertLeast(Func<double, double> quantile, Func<double, double> cumulative, double most, double error)
    {
        foreach (var u in Probabilities())
        {
            var count = quantile(u);
            Assert.That(count, Is.EqualTo(Math.Floor(count)).And.InRange(0.0, most), $"at {u:R}");
            Assert.That(cumulative(count), Is.GreaterThanOrEqualTo(u - error), $"at {u:R}: {count}");
            Assert.That(count == 0.0 ? 0.0 : cumulative(count - 1.0), Is.LessThan(u + error), $"at {u:R}: {count}");
        }
    }
}
