using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Lanes;

namespace SystemSim.Tests;

public sealed class SobolIndexTests
{
    private const int Draws = 1 << 14;

    // Some standard errors: a test that is right fails less than once in a hundred thousand seeds, and this one has a fixed seed.
    private const double Errors = 4.5;

    [Test]
    public void Ishigamis_function_has_the_indices_that_are_known_of_it([Values(DrawMethod.Random, DrawMethod.Sobol)] DrawMethod method)
    {
        // Ishigami and Homma (1990) with a = 7, b = 0.1: variances of sin x1 and its interaction with x3, of 7 sin^2 x2, in closed form.
        const double A = 7.0;
        const double B = 0.1;
        var (pi4, pi8) = (Math.Pow(Math.PI, 4), Math.Pow(Math.PI, 8));
        var (v1, v2, v13) = (0.5 * Math.Pow(1.0 + (B * pi4 / 5.0), 2), A * A / 8.0, B * B * pi8 * 8.0 / 225.0);
        var v = v1 + v2 + v13;
        double[] first = [v1 / v, v2 / v, 0.0];
        double[] total = [(v1 + v13) / v, v2 / v, v13 / v];

        var indices = Indices(method, 3, x =>
            Math.Sin(x[0]) + (A * Math.Pow(Math.Sin(x[1]), 2)) + (B * Math.Pow(x[2], 4) * Math.Sin(x[0]))
        );

        using (Assert.EnterMultipleScope())
        {
            for (var row = 0; row < 3; row++)
            {
                Assert.That(indices[row].First.Value, Is.EqualTo(first[row]).Within(Errors * indices[row].First.Error), $"first {row}");
                Assert.That(indices[row].Total.Value, Is.EqualTo(total[row]).Within(Errors * indices[row].Total.Error), $"total {row}");
                Assert.That(indices[row].Total.Error, Is.LessThan(0.02));
            }
        }
    }

    [Test]
    public void What_has_no_effect_has_exactly_0()
    {
        var index = Indices(DrawMethod.Random, 3, x => x[0] * x[1])[2];

        Assert.That((index.First, index.Total), Is.EqualTo((default(Estimate), default(Estimate))));
    }

    [Test]
    public void Of_a_sum_first_and_total_are_the_same_and_add_up_to_1()
    {
        var indices = Indices(DrawMethod.Sobol, 2, x => (3.0 * x[0]) + x[1]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(indices[0].First.Value, Is.EqualTo(0.9).Within(0.02));
            Assert.That(indices[0].Total.Value, Is.EqualTo(0.9).Within(0.02));
            Assert.That(indices.Sum(index => index.Total.Value), Is.EqualTo(1.0).Within(0.02));
        }
    }

    [Test]
    public void Where_nothing_varies_all_are_0()
    {
        Assert.That(Indices(DrawMethod.Random, 1, _ => 5.0).Single().Total, Is.Default);
    }

    /// <summary>Indices of a function of numbers that are anything from -pi to pi.</summary>
    private static SobolIndex[] Indices(DrawMethod method, int quantities, Func<double[], double> function)
    {
        var columns = Enumerable.Range(0, quantities).Select(quantity =>
        {
            var uniforms = new double[2 * Draws];
            Uniforms.Fill(method, 7, (ulong)(quantity + 1), 1, 2 * Draws, uniforms);
            return uniforms.Select(uniform => Math.PI * ((2.0 * uniform) - 1.0)).ToArray();
        }).ToArray();
        var a = Values(_ => 0);
        var b = Values(_ => Draws);
        return
        [
            .. Enumerable
                .Range(0, quantities)
                .Select(moved => SobolIndex.Of([$"x{moved}"], a, b, Values(quantity => quantity == moved ? Draws : 0))),
        ];

        double[] Values(Func<int, int> sample) =>
            [
                .. Enumerable
                    .Range(0, Draws)
                    .Select(draw => function([.. columns.Select((column, quantity) => column[sample(quantity) + draw])])),
            ];
    }
}
