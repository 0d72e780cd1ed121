using NUnit.Framework;
using SystemSim.Model;

namespace SystemSim.Tests;

public sealed class CorrelationFactorTests
{
    [Test]
    public void One_and_minus_one_leave_a_score_nothing_of_its_own([Values(1.0, -1.0)] double correlation)
    {
        var factor = Of(new Correlation("a", "b", correlation));

        Assert.That((factor.Contradiction, factor.Rows), Is.EqualTo((default(string), new[] { 1.0, correlation, 0.0 })));
    }

    [Test]
    public void What_follows_from_the_others_is_taken()
    {
        // At angles of 53 and 37 degrees to the first, b and c are 90 or 16 degrees apart: the cosine of the latter is 0.96.
        var factor = Of(new Correlation("a", "b", 0.6), new Correlation("a", "c", 0.8), new Correlation("b", "c", 0.96));

        Assert.That(factor.Contradiction, Is.Null);
        Assert.That(factor.Rows, Is.EqualTo((double[])[1.0, 0.6, 0.8, 0.8, 0.6, 0.0]).Within(1e-12));
    }

    [Test]
    public void Numbers_that_are_all_one_are_taken_in_any_order()
    {
        var factor = Of(
            new Correlation("c", "b", 1.0),
            new Correlation("a", "c", 1.0),
            new Correlation("b", "a", 1.0),
            new Correlation("d", "a", 0.3),
            new Correlation("d", "b", 0.3),
            new Correlation("d", "c", 0.3)
        );

        Assert.That(factor.Contradiction, Is.Null);
        Assert.That(factor.Rows, Is.EqualTo((double[])[1.0, 1.0, 0.0, 1.0, 0.0, 0.0, 0.3, 0.0, 0.0, Math.Sqrt(0.91)]).Within(1e-12));
    }

    [TestCase(0.6, 0.8, 0.97, "c")]
    [TestCase(1.0, 0.5, 0.4, "c")]
    [TestCase(1.0, 1.0, -1.0, "c")]
    [TestCase(-1.0, 0.5, 0.5, "c")]
    public void What_cannot_be_is_named(double ab, double ac, double bc, string name)
    {
        Assert.That(
            Of(new Correlation("a", "b", ab), new Correlation("a", "c", ac), new Correlation("b", "c", bc)).Contradiction,
            Is.EqualTo(name)
        );
    }

    [Test]
    public void A_factor_makes_the_correlations_again([Range(1, 40)] int seed)
    {
        // Of points in fewer dimensions than there are of them, correlations are at the edge; some points are the same or opposite.
        var random = new Random(seed);
        var points = Enumerable.Range(0, 6).Select(_ => Unit(random, random.Next(1, 5))).ToArray();
        Correlation[] pairs =
        [
            .. from i in Enumerable.Range(0, 6)
            from j in Enumerable.Range(0, i)
            select new Correlation($"{i}", $"{j}", points[i].Zip(points[j], (a, b) => a * b).Sum()),
        ];

        var factor = Of(pairs);

        Assert.That(factor.Contradiction, Is.Null, $"seed {seed}");
        foreach (var pair in pairs)
        {
            var (i, j) = (int.Parse(pair.First, null), int.Parse(pair.Second, null));
            Assert.That(
                Enumerable.Range(0, j + 1).Sum(k => At(i, k) * At(j, k)),
                Is.EqualTo(pair.Value).Within(1e-6),
                $"seed {seed}: {pair}"
            );
        }

        double At(int row, int column) => factor.Rows[(row * (row + 1) / 2) + column];
    }

    private static double[] Unit(Random random, int dimensions)
    {
        double[] point = [.. Enumerable.Range(0, 5).Select(k => k < dimensions ? (2.0 * random.NextDouble()) - 1.0 : 0.0)];
        var length = Math.Sqrt(point.Sum(x => x * x));
        return [.. point.Select(x => x / length)];
    }

    private static CorrelationFactor Of(params Correlation[] pairs) =>
        CorrelationFactor.Of([.. pairs], pairs.SelectMany(pair => new[] { pair.First, pair.Second }));
}
