using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class TicksTests
{
    // A billionth of an axis is nothing that could be drawn, and not worth another step.
    private const double Sliver = 1e-8;

    [TestCase(new[] { 0.0, 10.1e6 }, new[] { 0.0, 5e6, 10e6, 15e6 })]
    [TestCase(new[] { -23.1e6, 16.7e6 }, new[] { -30e6, -20e6, -10e6, 0.0, 10e6, 20e6 })]
    [TestCase(new[] { 0.0 }, new[] { 0.0, 0.5, 1.0 })]
    [TestCase(new[] { 3.0, 4.0 }, new[] { 0.0, 1.0, 2.0, 3.0, 4.0 })]
    public void An_axis_is_round_and_holds_all_and_zero(double[] values, double[] ticks)
    {
        Assert.That(Ticks.Covering(values).Values, Is.EqualTo(ticks));
    }

    [Test]
    public void Every_value_stands_within_its_axis([Values(1, 7, 20251)] int seed)
    {
        var random = new Random(seed);
        for (var time = 0; time < 200; time++)
        {
            var values = Enumerable.Range(0, 5).Select(_ => (random.NextDouble() - 0.4) * Math.Pow(10.0, random.Next(-3, 12))).ToArray();
            var ticks = Ticks.Covering(values);

            Assert.That(
                values.Select(value => ticks.Place(value, 0.0, 1.0)),
                Is.All.InRange(-Sliver, 1.0 + Sliver),
                $"seed {seed}, time {time}"
            );
            Assert.That(ticks.Values, Has.Length.InRange(2, 8).And.Contains(0.0), $"seed {seed}, time {time}");
        }
    }
}
