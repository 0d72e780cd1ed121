using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class LargestRemainderTests
{
    [Test]
    public void The_largest_remainders_are_rounded_up()
    {
        Assert.That(LargestRemainder.Round([1.4, 1.4, 1.2], 1.0), Is.EqualTo([2, 1, 1]));
    }

    [Test]
    public void Negative_parts_count_too()
    {
        Assert.That(LargestRemainder.Round([-1.5, 3.2, -0.2], 1.0), Is.EqualTo([-1, 3, 0]));
    }

    [Test]
    public void Nothing_becomes_nothing()
    {
        Assert.That(LargestRemainder.Round([], 1.0), Is.Empty);
    }

    [Test]
    public void Tables_of_random_numbers_add_up_as_printed([Range(1, 200)] int seed)
    {
        var random = new Random(seed);
        var unit = Math.Pow(10.0, random.Next(-2, 6));
        var parts = Enumerable
            .Range(0, random.Next(1, 20))
            .Select(_ => random.Next(4) == 0 ? 0.0 : (random.NextDouble() - 0.3) * 1e7)
            .ToArray();

        var rounded = LargestRemainder.Round(parts, unit);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(rounded.Sum(), Is.EqualTo((long)Math.Round(parts.Sum() / unit, MidpointRounding.AwayFromZero)), $"seed {seed}");
            Assert.That(
                rounded.Zip(parts, (units, part) => Math.Abs((units * unit) - part)),
                Is.All.LessThanOrEqualTo(unit * (1.0 + 1e-9)),
                $"seed {seed}"
            );
            Assert.That(rounded.Zip(parts).Where(pair => pair.Second == 0.0).Select(pair => pair.First), Is.All.Zero, $"seed {seed}");
        }
    }
}
