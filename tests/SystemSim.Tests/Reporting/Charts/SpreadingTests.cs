using NUnit.Framework;
using SystemSim.Reporting;

namespace SystemSim.Tests.Reporting;

public sealed class SpreadingTests
{
    [Test]
    public void Labels_that_do_not_touch_stay_where_they_are()
    {
        Assert.That(Spreading.Apart([10.0, 50.0, 30.0], [10.0, 10.0, 10.0], 0.0), Is.EqualTo([10.0, 50.0, 30.0]));
    }

    [Test]
    public void Labels_at_one_place_stand_about_it_in_their_order()
    {
        Assert.That(Spreading.Apart([50.0, 50.0], [10.0, 10.0], 0.0), Is.EqualTo([45.0, 55.0]));
    }

    [Test]
    public void Nothing_overlaps_and_nothing_stands_above_the_top([Values(1, 2, 3)] int seed)
    {
        var random = new Random(seed);
        for (var time = 0; time < 300; time++)
        {
            var heights = Enumerable.Range(0, 12).Select(_ => 5.0 + (random.NextDouble() * 30.0)).ToArray();
            var places = Spreading.Apart([.. heights.Select(_ => random.NextDouble() * 200.0)], heights, 10.0);
            var ordered = Enumerable.Range(0, 12).OrderBy(label => places[label]).ToArray();

            Assert.That(
                places[ordered[0]] - (heights[ordered[0]] / 2.0),
                Is.GreaterThanOrEqualTo(10.0 - 1e-9),
                $"seed {seed}, time {time}"
            );
            foreach (var (upper, lower) in ordered.Zip(ordered.Skip(1)))
            {
                Assert.That(
                    places[lower] - places[upper],
                    Is.GreaterThanOrEqualTo(((heights[lower] + heights[upper]) / 2.0) - 1e-9),
                    $"seed {seed}, time {time}"
                );
            }
        }
    }
}
