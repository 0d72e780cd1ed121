using NUnit.Framework;
using SystemSim.Kernel;

namespace SystemSim.Tests;

/// <summary>Exponential and logarithm against published values and against the run-time's own.</summary>
public sealed class ExponentialTests
{
    /// <summary>A few units in the last place.</summary>
    private const double LastPlaces = 1e-15;

    [TestCase(1.0, 2.718281828459045235)]
    [TestCase(-1.0, 0.367879441171442322)]
    [TestCase(0.5, 1.648721270700128147)]
    [TestCase(10.0, 22026.46579480671652)]
    [TestCase(-20.0, 2.061153622438557828e-9)]
    [TestCase(0.0, 1.0)]
    public void The_exponential_has_its_published_values(double x, double published)
    {
        Assert.That(Exponential.Exp(x), Is.EqualTo(published).Within(LastPlaces * published));
    }

    [TestCase(1.0, 0.693147180559945309)]
    [TestCase(-0.5, -0.693147180559945309)]
    [TestCase(9.0, 2.302585092994045684)]
    [TestCase(1e-10, 9.9999999995e-11)]
    [TestCase(-1e-10, -1.00000000005e-10)]
    [TestCase(0.0, 0.0)]
    public void The_logarithm_has_its_published_values(double x, double published)
    {
        Assert.That(Exponential.LogOnePlus(x), Is.EqualTo(published).Within(LastPlaces * Math.Abs(published)));
    }

    [Test]
    public void Both_follow_the_run_times_own_over_their_whole_range()
    {
        var random = new Random(1);
        for (var trial = 0; trial < 100_000; trial++)
        {
            var x = (random.NextDouble() - 0.5) * 1_400.0;
            var y = 0.1 + (1e6 * Math.Pow(random.NextDouble(), 8.0));

            using (Assert.EnterMultipleScope())
            {
                Assert.That(Exponential.Exp(x), Is.EqualTo(Math.Exp(x)).Within(4.0 * LastPlaces * Math.Exp(x)), $"exp({x:R})");
                Assert.That(Exponential.LogOnePlus(y), Is.EqualTo(Math.Log(1.0 + y)).Within(10.0 * LastPlaces * Math.Log(1.0 + y)), $"log(1 + {y:R})");
            }
        }
    }

    [TestCase(0.12, 1.0 / 12.0)]
    [TestCase(1e-9, 1.0 / 12.0)]
    [TestCase(0.999, 0.25)]
    [TestCase(0.3, 3.0)]
    public void Who_leaves_in_parts_of_the_time_leaves_as_many_in_all(double chance, double power)
    {
        var part = Exponential.LeavingByChance(chance, power);

        Assert.That(Exponential.LeavingByChance(part, 1.0 / power), Is.EqualTo(chance).Within(4.0 * LastPlaces * chance));
    }

    [Test]
    public void Everyone_leaves_at_a_chance_of_one_to_rounding_and_no_chance_is_above_it()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Exponential.LeavingByChance(1.0 - 1e-15, 1.0 / 12.0), Is.EqualTo(1.0));
            Assert.That(Exponential.LeavingByChance(1.0 + 1e-15, 1.0 / 12.0), Is.EqualTo(1.0));
            Assert.That(Exponential.LeavingByChance(1.01, 1.0 / 12.0), Is.NaN);
            Assert.That(Exponential.LeavingByChance(0.0, 1.0 / 12.0), Is.Zero);
        }
    }

    [TestCase(1e-12)]
    [TestCase(0.1)]
    [TestCase(5.0)]
    [TestCase(100.0)]
    public void Leaving_by_rate_loses_no_digits(double rate)
    {
        var published = -double.ExpM1(-rate);

        Assert.That(Exponential.LeavingByRate(rate), Is.EqualTo(rate < 1e-6 ? rate - (rate * rate / 2.0) : published).Within(4.0 * LastPlaces));
    }

    [TestCase(double.NaN, double.NaN)]
    [TestCase(710.0, double.PositiveInfinity)]
    [TestCase(-746.0, 0.0)]
    public void The_ends_of_the_range_are_what_they_should_be(double x, double expected)
    {
        Assert.That(Exponential.Exp(x), Is.EqualTo(expected));
    }
}
