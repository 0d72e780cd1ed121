using MathNet.Numerics.Distributions;
using NUnit.Framework;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Tests;

/// <summary>Distributions against MathNet: closed forms to 1e-9, tables within the error that they state.</summary>
public sealed class DistributionsTests
{
    private const double Agreement = 1e-9;

    // What a table states: how far the probability of what it gives may be from the one asked for, as a share of the nearer tail.
    private const double OfTail = 1e-6;

    private static readonly double[] Probabilities =
    [
        1e-12,
        1e-9,
        1e-6,
        1e-4,
        0.001,
        0.01,
        0.05,
        0.1,
        0.3,
        0.5,
        0.7,
        0.9,
        0.95,
        0.99,
        0.999,
        1.0 - 1e-4,
        1.0 - 1e-6,
        1.0 - 1e-9,
    ];

    private static readonly Limits Share = new(0.0, false, 1.0);
    private static readonly Limits Positive = new(0.0, false, double.PositiveInfinity);

    [TestCaseSource(nameof(Probabilities))]
    public void Closed_forms_are_those_of_MathNet(double probability)
    {
        using (Assert.EnterMultipleScope())
        {
            Is_the_quantile(Range("uniform", 2.0, 3.0, 4.0), p => ContinuousUniform.InvCDF(2.0, 4.0, p), probability);
            Is_the_quantile(Range("triangular", 2.0, 3.5, 4.0), p => Triangular.InvCDF(2.0, 4.0, 3.5, p), probability);
            Is_the_quantile(Deviation("normal", 5.0, 2.0), p => Normal.InvCDF(5.0, 2.0, p), probability);
            Is_the_quantile(
                Deviation("lognormal", 5.0, 2.0),
                p => LogNormal.WithMeanVariance(5.0, 4.0).InverseCumulativeDistribution(p),
                probability
            );
        }
    }

    [Test]
    public void Tables_of_beta_stay_within_their_error(
        [ValueSource(nameof(Probabilities))] double probability,
        [Values(0.5, 1.0, 2.5, 30.0, 4000.0)] double a,
        [Values(0.7, 5.0, 900.0)] double b
    )
    {
        var value = Distributions
            .Of(
                new Quantity
                {
                    Value = a / (a + b),
                    Limits = Share,
                    Spread = new Spread { Events = a, Of = a + b },
                }
            )!
            .Curve.At(probability);

        var below = Beta.CDF(a, b, value);

        // Near 1 the value itself cannot say more than its last bit.
        var lastBit =
            Math.BitIncrement(value) > 1.0 ? 1.0 : Beta.CDF(a, b, Math.BitIncrement(value)) - Beta.CDF(a, b, Math.BitDecrement(value));
        Assert.That(
            below,
            Is.EqualTo(probability).Within(Math.Max(OfTail * Math.Min(probability, 1.0 - probability), Math.Max(lastBit, 1e-13)))
        );
    }

    [Test]
    public void Tables_of_gamma_stay_within_their_error(
        [ValueSource(nameof(Probabilities))] double probability, [Values(0.3, 1.0, 4.0, 250.0)] double shape)
    {
        var deviation = 3.0 / Math.Sqrt(shape);
        var value = Distributions.Of(Deviation("gamma", 3.0, deviation) with { Limits = Positive })!.Curve.At(probability);

        // MathNet takes what is very small for 0, where the leading term of the series says it all.
        var below =
            value < 1e-12
                ? Math.Pow(value * shape / 3.0, shape) / MathNet.Numerics.SpecialFunctions.Gamma(shape + 1.0)
                : Gamma.CDF(shape, shape / 3.0, value);

        Assert.That(below, Is.EqualTo(probability).Within(Math.Max(OfTail * Math.Min(probability, 1.0 - probability), 1e-13)));
    }

    [TestCase(null, 0.1, 0.3, 0.4)]
    [TestCase("normal", 0.1, 0.3, 0.4)]
    [TestCase("lognormal", 0.1, 0.3, 0.4)]
    [TestCase("logitnormal", 0.1, 0.3, 0.4)]
    public void Low_value_and_high_are_tenth_fiftieth_and_ninetieth_percentile_unless_said(
        string? shape,
        double low,
        double value,
        double high
    )
    {
        var curve = Distributions.Of(Range(shape, low, value, high))!.Curve;
        var wider = Distributions
            .Of(
                Range(shape, low, value, high) with
                {
                    Spread = new Spread
                    {
                        Shape = shape,
                        Low = low,
                        High = high,
                        Interval = 0.95,
                    },
                }
            )!
            .Curve;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { curve.At(0.1), curve.At(0.5), curve.At(0.9) }, Is.EqualTo([low, value, high]).Within(Agreement));
            Assert.That(new[] { wider.At(0.025), wider.At(0.5), wider.At(0.975) }, Is.EqualTo([low, value, high]).Within(Agreement));
        }
    }

    [TestCase("beta")]
    [TestCase("gamma")]
    public void Beta_and_gamma_have_the_value_as_mean_and_the_interval_between_low_and_high(string shape)
    {
        var found = Distributions.Of(Range(shape, 0.1, 0.25, 0.4))!;
        var (below, above) = (Crossing(found.Curve.At, 0.1), Crossing(found.Curve.At, 0.4));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Mean, Is.EqualTo(0.25).Within(Agreement));
            Assert.That(above - below, Is.EqualTo(Distributions.UsualInterval).Within(1e-6));
        }
    }

    [Test]
    public void A_range_that_ends_where_its_kind_ends_is_drawn_between_its_ends()
    {
        var curve = Distributions.Of(Range(null, 0.5, 1.0, 1.0))!.Curve;

        Assert.That(Probabilities.Select(curve.At), Has.All.InRange(0.5, 1.0));
    }

    [Test]
    public void Discrete_values_come_with_their_weights_and_seen_ones_with_all_between()
    {
        var discrete = Distributions.Of(
            new Quantity
            {
                Value = 2.0,
                Spread = new Spread
                {
                    Shape = "discrete",
                    Values = [3.0, 1.0],
                    Weights = [1.0, 3.0],
                },
            }
        )!;
        var seen = Distributions.Of(
            new Quantity
            {
                Value = 2.0,
                Spread = new Spread { Shape = "empirical", Values = [4.0, 0.0, 2.0] },
            }
        )!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new[] { discrete.Curve.At(0.74), discrete.Curve.At(0.76) }, Is.EqualTo([1.0, 3.0]));
            Assert.That(discrete.Mean, Is.EqualTo(1.5));
            Assert.That(seen.Curve.At(0.25), Is.EqualTo(1.0).Within(Agreement));
        }
    }

    private static void Is_the_quantile(Quantity quantity, Func<double, double> expected, double probability) =>
        Assert.That(
            Distributions.Of(quantity)!.Curve.At(probability),
            Is.EqualTo(expected(probability)).Within(Agreement),
            $"{quantity.Spread!.Shape} at {probability}"
        );

    private static double Crossing(Func<double, double> quantile, double value)
    {
        var (low, high) = (0.0, 1.0);
        for (var round = 0; round < 60; round++)
        {
            var middle = (low + high) / 2.0;
            (low, high) = quantile(Math.Max(middle, 1e-16)) < value ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static Quantity Range(string? shape, double low, double value, double high) =>
        new() { Value = value, Limits = Share, Spread = new Spread { Shape = shape, Low = low, High = high } };

    private static Quantity Deviation(string shape, double mean, double deviation) =>
        new() { Value = mean, Spread = new Spread { Shape = shape, StandardDeviation = deviation } };
}
