using NUnit.Framework;
using SystemSim.Analysis;

namespace SystemSim.Tests;

public sealed class AcceptabilityTests
{
    // Four draws on paper. Usual: cost 0, effect 0. New: costs 10, 10, 10, 30; effects 1, 2, 0, 1.
    private static readonly double[][] Costs = [[0.0, 0.0, 0.0, 0.0], [10.0, 10.0, 10.0, 30.0]];
    private static readonly double[][] Effects = [[0.0, 0.0, 0.0, 0.0], [1.0, 2.0, 0.0, 1.0]];

    [TestCase(0.0, 0.0, 0)]
    [TestCase(6.0, 0.25, 0)]
    [TestCase(10.0, 0.375, 0, Description = "in the first draw both are as good: half of it each")]
    [TestCase(20.0, 0.5, 1, Description = "on average a unit costs 60/4 = 15")]
    [TestCase(40.0, 0.75, 1)]
    public void Draws_are_counted_at_each_willingness_to_pay(double worth, double chance, int best)
    {
        var curve = Acceptability.Of(["usual", "new"], Costs, Effects, [worth]);

        Assert.That((curve.Chances[1][0], curve.Chances[0][0] + curve.Chances[1][0], curve.Best[0]), Is.EqualTo((chance, 1.0, best)));
    }

    [Test]
    public void With_nothing_to_pay_for_effect_the_cheapest_is_best_and_with_much_the_one_of_most_effect()
    {
        var curve = Acceptability.Of(["usual", "new"], Costs, Effects, [0.0, 1e9]);

        Assert.That((curve.Chances[0][0], curve.Chances[1][1]), Is.EqualTo((1.0, 0.75)));
    }
}
