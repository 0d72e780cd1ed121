using NUnit.Framework;
using SystemSim.Lanes;

namespace SystemSim.Tests;

public sealed class UniformsTests
{
    private const ulong Seed = 20251;
    private const ulong Stream = 77;

    [Test]
    public void A_draw_is_the_same_in_any_block([Values] DrawMethod method)
    {
        var together = Uniform(method, 64, 64);

        for (var first = 0; first < 64; first += 8)
        {
            var apart = new double[8];
            Uniforms.Fill(method, Seed, Stream, first + 1, 64, apart);
            Assert.That(apart, Is.EqualTo(together[first..(first + 8)]));
        }
    }

    [Test]
    public void They_are_above_0_and_below_1_and_have_the_moments_of_a_uniform_number([Values] DrawMethod method)
    {
        const int Draws = 100_000;
        var uniforms = Uniform(method, Draws, Draws);

        // Five standard errors of independent numbers; the others are closer.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(uniforms, Has.All.GreaterThan(0.0).And.All.LessThan(1.0));
            Assert.That(uniforms.Average(), Is.EqualTo(0.5).Within(5.0 * Math.Sqrt(1.0 / 12.0 / Draws)));
            Assert.That(uniforms.Average(u => u * u), Is.EqualTo(1.0 / 3.0).Within(5.0 * Math.Sqrt(4.0 / 45.0 / Draws)));
        }
    }

    [Test]
    public void A_Latin_hypercube_has_one_draw_in_each_part([Values(1, 7, 64, 1000)] int draws)
    {
        var parts = Uniform(DrawMethod.LatinHypercube, draws, draws).Select(u => (int)(u * draws));

        Assert.That(parts.Order(), Is.EqualTo(Enumerable.Range(0, draws)));
    }

    [Test]
    public void The_first_draws_of_a_Sobol_sequence_have_one_in_each_part([Values(1, 2, 16, 1024)] int draws)
    {
        var parts = Uniform(DrawMethod.Sobol, draws, draws).Select(u => (int)(u * draws));

        Assert.That(parts.Order(), Is.EqualTo(Enumerable.Range(0, draws)));
    }

    [Test]
    public void Streams_have_nothing_to_do_with_each_other([Values] DrawMethod method)
    {
        const int Draws = 4096;
        var (one, other) = (new double[Draws], new double[Draws]);
        Uniforms.Fill(method, Seed, 1, 1, Draws, one);
        Uniforms.Fill(method, Seed, 2, 1, Draws, other);

        var covariance = one.Zip(other, (a, b) => (a - 0.5) * (b - 0.5)).Average();

        // Five standard errors of a correlation of 0.
        Assert.That(covariance * 12.0, Is.EqualTo(0.0).Within(5.0 / Math.Sqrt(Draws)));
    }

    private static double[] Uniform(DrawMethod method, int count, int draws)
    {
        var uniforms = new double[(count + 7) / 8 * 8];
        Uniforms.Fill(method, Seed, Stream, 1, draws, uniforms);
        return uniforms[..count];
    }
}
