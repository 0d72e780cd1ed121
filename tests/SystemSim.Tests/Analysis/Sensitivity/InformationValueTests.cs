using NUnit.Framework;
using SystemSim.Analysis;
using SystemSim.Lanes;

namespace SystemSim.Tests;

public sealed class InformationValueTests
{
    private const int Draws = 1 << 14;

    [Test]
    public void Of_two_options_that_differ_by_a_normal_number_it_is_what_is_known_in_closed_form([Values(0.0, 0.5, 2.0)] double mean)
    {
        // The mean of what is above nothing of a normal number less its mean: phi(m) - m (1 - Phi(m)) for its mean m >= 0 and standard
        // deviation 1.
        var number = Column(1, NormalScore.Of);
        double[][] benefits = [new double[Draws], [.. number.Select(score => mean + score)]];
        var known = NormalScore.Density(mean) - (mean * NormalScore.Probability(-mean));

        var all = InformationValue.OfAll(benefits);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(all.Value, Is.EqualTo(known).Within(4.5 * all.Error));
            Assert.That(
                InformationValue.OfOne(benefits, number),
                Is.EqualTo(all.Value).Within(1e-9),
                "the number is all that is uncertain"
            );
            Assert.That(
                InformationValue.OfOne(benefits, Column(2, u => u)),
                Is.LessThan(known / 20.0).Or.LessThan(3.0 * InformationValue.Noise(benefits, 1))
            );
        }
    }

    [Test]
    public void Of_one_of_two_numbers_it_is_what_that_one_tells()
    {
        // x + y, x twice as wide: knowing x alone, the difference is x, of standard deviation 2.
        var (x, y) = (Column(1, u => 2.0 * NormalScore.Of(u)), Column(2, NormalScore.Of));
        double[][] benefits = [new double[Draws], [.. x.Zip(y, (one, other) => one + other)]];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(InformationValue.OfOne(benefits, x), Is.EqualTo(2.0 * NormalScore.Density(0.0)).Within(0.03));
            Assert.That(InformationValue.OfOne(benefits, y), Is.EqualTo(NormalScore.Density(0.0)).Within(0.03));
            Assert.That(InformationValue.OfAll(benefits).Value, Is.EqualTo(Math.Sqrt(5.0) * NormalScore.Density(0.0)).Within(0.05));
        }
    }

    [Test]
    public void Where_there_is_nothing_to_choose_it_is_exactly_0()
    {
        var number = Column(1, NormalScore.Of);
        double[][] better = [number, [.. number.Select(value => value - 1.0)]];

        using (Assert.EnterMultipleScope())
        {
            Assert.That((InformationValue.OfAll([number]).Value, InformationValue.OfOne([number], number)), Is.EqualTo((0.0, 0.0)));
            Assert.That(
                (InformationValue.OfAll([number, number]).Value, InformationValue.OfOne([number, [.. number]], number)),
                Is.EqualTo((0.0, 0.0))
            );
            Assert.That(
                (InformationValue.OfAll(better).Value, InformationValue.OfOne(better, number)),
                Is.EqualTo((0.0, 0.0)),
                "one option is always the best"
            );
        }
    }

    [Test]
    public void It_is_never_negative_and_no_part_is_worth_more_than_the_whole([Range(1, 30)] int seed)
    {
        double[][] benefits = [.. Enumerable.Range(0, 3).Select(option => Column((ulong)((10 * seed) + option), NormalScore.Of)[..200])];
        var number = Column((ulong)(10 * seed), u => u)[..200];

        var (all, one) = (InformationValue.OfAll(benefits).Value, InformationValue.OfOne(benefits, number));
        Assert.That(one, Is.GreaterThanOrEqualTo(0.0).And.LessThanOrEqualTo(all), $"seed {seed}");
    }

    private static double[] Column(ulong stream, Func<double, double> value)
    {
        var uniforms = new double[Draws];
        Uniforms.Fill(DrawMethod.Random, 3, stream, 1, Draws, uniforms);
        return [.. uniforms.Select(value)];
    }
}
