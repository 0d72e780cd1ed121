using NUnit.Framework;
using SystemSim.Lanes;

namespace SystemSim.Tests;

/// <summary>
/// Exponential, logarithm and powers against their series with many more digits, in units of the last place; and at the ends of their
/// range.
/// </summary>
public sealed class ElementaryTests
{
    private const int Points = 4_000;
    private const double Allowed = 0.8;

    private static readonly double[] Ends =
    [
        double.NaN, double.PositiveInfinity, double.NegativeInfinity, 0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 0.5, -0.5, 3.0, -3.0,
        1e300, -1e300, 1e-300, -1e-300, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue,
        4503599627370497.0, -4503599627370497.5, 9007199254740993.0, 710.0, -746.0,
    ];

    [TestCase(-744.0, 709.7)]
    [TestCase(-1.0, 1.0)]
    [TestCase(-1e-3, 1e-3)]
    public void An_exponential_is_within_eight_tenths_of_a_last_place(double low, double high)
    {
        Assert.That(Worst(random => Between(random, low, high), x => OfExp(Exponential.Exp(x), x)), Is.LessThan(Allowed));
    }

    [TestCase(0.0, 0.4)]
    [TestCase(0.3, 40.0)]
    [TestCase(-5.0, 0.0)]
    public void Who_leaves_by_a_rate_is_within_eight_tenths_of_a_last_place(double low, double high)
    {
        var one = Precisely.Of(1.0);

        Assert.That(
            Worst(
                random => Between(random, low, high),
                x => Precisely.LastPlaces(Exponential.OneMinusExp(x), one - Precisely.ExpOfSmall(-Precisely.Of(x)))),
            Is.LessThan(Allowed));
    }

    [TestCase(-40.0, 60.0)]
    [TestCase(-0.3, 0.3)]
    [TestCase(-0.005, 0.005)]
    public void A_logarithm_is_within_eight_tenths_of_a_last_place(double lowPower, double highPower)
    {
        Assert.That(
            Worst(
                random => Math.Pow(10.0, Between(random, lowPower, highPower)),
                x => Precisely.LastPlaces(Logarithm.Of(x), Precisely.Log(Precisely.Of(x)))),
            Is.LessThan(Allowed));
    }

    [TestCase(-18.0, 0.0, -1.0)]
    [TestCase(-18.0, 20.0, 1.0)]
    [TestCase(-1.0, 0.5, 1.0)]
    public void A_logarithm_of_one_and_little_is_within_eight_tenths_of_a_last_place(double lowPower, double highPower, double sign)
    {
        Assert.That(
            Worst(
                random => sign * Math.Pow(10.0, Between(random, lowPower, highPower)),
                x => Precisely.LastPlaces(Logarithm.OfOnePlus(x), Precisely.Log(Precisely.Of(1.0) + Precisely.Of(x)))),
            Is.LessThan(Allowed));
    }

    [TestCase(-40.0, 40.0, 700.0)]
    [TestCase(-0.05, 0.05, 5.0)]
    [TestCase(-1e-6, 1e-6, 700.0)]
    public void A_power_is_within_eight_tenths_of_a_last_place(double lowPower, double highPower, double mostLog)
    {
        var random = new Random(3);
        var worst = 0.0;
        for (var point = 0; point < Points; point++)
        {
            var x = Math.Pow(10.0, Between(random, lowPower, highPower));
            var y = Between(random, -1.0, 1.0) * mostLog / Math.Abs(Math.Log(x));
            var (m, power) = Precisely.Exp(Precisely.Times(Precisely.Of(y), Precisely.Log(Precisely.Of(x))));
            worst = Math.Max(worst, Math.Abs(Precisely.LastPlaces(Power.Of(x, y), m, power)));
        }

        Assert.That(worst, Is.LessThan(Allowed));
    }

    [Test]
    public void A_number_to_the_power_of_one_is_itself()
    {
        var random = new Random(4);

        Assert.That(Enumerable.Range(0, Points).Select(_ => random.NextDouble() * 3.0).Where(x => Power.Of(x, 1.0) != x), Is.Empty);
    }

    [TestCaseSource(nameof(Ends))]
    public void At_the_ends_of_its_range_all_is_as_the_run_time_has_it(double x)
    {
        using (Assert.EnterMultipleScope())
        {
            Is_the_same(Exponential.Exp(x), Math.Exp(x), $"exp({x:R})");
            Is_the_same(Logarithm.Of(x), Math.Log(x), $"log({x:R})");
            Is_the_same(Exponential.OneMinusExp(x), x == 0.0 ? 0.0 : Math.Abs(x) < 1e-200 ? x : -double.ExpM1(-x), $"1 - exp(-{x:R})");
            Is_the_same(Logarithm.OfOnePlus(x), x == 0.0 ? 0.0 : Math.Abs(x) < 1e-200 ? x : double.LogP1(x), $"log(1 + {x:R})");
            foreach (var y in Ends)
            {
                Is_the_same(Power.Of(x, y), Math.Pow(x, y), $"{x:R}^{y:R}");
            }
        }
    }

    [TestCase(0.12, 1.0 / 12.0)]
    [TestCase(1e-9, 1.0 / 12.0)]
    [TestCase(0.999, 0.25)]
    [TestCase(0.3, 3.0)]
    public void Who_leaves_in_parts_of_the_time_leaves_as_many_in_all(double chance, double power)
    {
        var part = Exponential.OneMinusPower(chance, power);

        Assert.That(Exponential.OneMinusPower(part, 1.0 / power), Is.EqualTo(chance).Within(4e-15 * chance));
    }

    [Test]
    public void Everyone_leaves_at_a_chance_of_one_to_rounding_and_no_chance_is_above_it()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Exponential.OneMinusPower(1.0 - 1e-15, 1.0 / 12.0), Is.EqualTo(1.0));
            Assert.That(Exponential.OneMinusPower(1.0 + 1e-15, 1.0 / 12.0), Is.EqualTo(1.0));
            Assert.That(Exponential.OneMinusPower(1.01, 1.0 / 12.0), Is.NaN);
            Assert.That(Exponential.OneMinusPower(0.0, 1.0 / 12.0), Is.Zero);
        }
    }

    [Test]
    public void Nobody_leaves_by_no_rate()
    {
        Assert.That(BitConverter.DoubleToInt64Bits(Exponential.OneMinusExp(0.0)), Is.Zero);
    }

    private static double OfExp(double found, double x)
    {
        var (m, power) = Precisely.Exp(Precisely.Of(x));
        return Precisely.LastPlaces(found, m, power);
    }

    private static double Worst(Func<Random, double> place, Func<double, double> error)
    {
        var random = new Random(2);
        return Enumerable.Range(0, Points).Max(_ => Math.Abs(error(place(random))));
    }

    private static double Between(Random random, double low, double high) => low + ((high - low) * random.NextDouble());

    /// <summary>The same to the sign of a zero; else as far as the run-time's own may be off.</summary>
    private static void Is_the_same(double found, double expected, string what)
    {
        var allowed = double.IsFinite(expected) ? 1e-15 * Math.Abs(expected) : 0.0;
        Assert.That(found, Is.EqualTo(expected).Within(allowed), what);
        Assert.That(double.IsNegative(found) == double.IsNegative(expected) || double.IsNaN(found), what);
    }
}
