using NUnit.Framework;

namespace SystemSim.Tests;

/// <summary>Faults sit where mechanisms meet: random scenarios bring together, at one service, every two that can stand together.</summary>
public sealed class MechanismPairTests
{
    private const int Seeds = 1_000;
    private const int Least = 5;

    private static readonly Lazy<(string One, string Other, int Met)[]> Pairs = new(() =>
    {
        var met = Mechanisms.Meetings(Enumerable.Range(0, Seeds).Select(RandomScenario.Make));
        return
        [
            .. from one in Enumerable.Range(0, Mechanisms.All.Count)
               from other in Enumerable.Range(one + 1, Mechanisms.All.Count - one - 1)
               select (Mechanisms.All[one].Name, Mechanisms.All[other].Name, met[one, other]),
        ];
    });

    [Test]
    public void Every_two_mechanisms_that_can_stand_together_meet()
    {
        var together = Pairs.Value.Where(pair => MechanismsApart.Why(pair.One, pair.Other) is null).OrderBy(pair => pair.Met).ToList();

        TestContext.Out.WriteLine(
            $"{together.Count} pairs of {Mechanisms.All.Count} mechanisms, the rarest in {together[0].Met} of {Seeds} scenarios: {together[0].One} and {together[0].Other}"
        );
        Assert.That(together.Where(pair => pair.Met < Least).Select(pair => $"{pair.One} and {pair.Other}: {pair.Met}"), Is.Empty);
    }

    [Test]
    public void Mechanisms_that_are_kept_apart_never_meet() =>
        Assert.That(Pairs.Value.Where(pair => pair.Met > 0 && MechanismsApart.Why(pair.One, pair.Other) is not null), Is.Empty);

    [Test]
    public void What_is_kept_apart_are_mechanisms()
    {
        var names = Mechanisms.All.Select(mechanism => mechanism.Name).ToHashSet();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Has.Count.EqualTo(Mechanisms.All.Count));
            Assert.That(MechanismsApart.All.Keys.SelectMany(pair => new[] { pair.One, pair.Other }).Distinct(), Is.SubsetOf(names));
        }
    }

    // Each of these was once met by no scenario of any kind, and something was wrong there.
    [TestCase("ring fence", "risk share EachItsOwn")]
    [TestCase("beside a ring fence", "risk share EachItsOwn")]
    [TestCase("break charge", "arrangement from a later year")]
    [TestCase("break charge", "appraisal")]
    [TestCase("break charge", "another than who pays provides")]
    [TestCase("charges of all", "budget stated")]
    [TestCase("charges of all", "places")]
    [TestCase("charges of all", "charge of use up to the cost")]
    [TestCase("outside what is invested in, costs graded", "break charge")]
    [TestCase("charge of use above the cost", "brake")]
    [TestCase("charge of use up to the cost", "capacity by Budget")]
    [TestCase("charge of use up to the cost", "ceiling")]
    [TestCase("harm of going without", "list")]
    [TestCase("harm of going without", "reneging")]
    [TestCase("risk reserve", "excluded from risk share")]
    [TestCase("brake", "sum stated")]
    [TestCase("brake", "notice")]
    [TestCase("deaths scaled along a path", "control totals")]
    [TestCase("shared money", "notice")]
    [TestCase("shared money", "collapse")]
    public void A_pair_with_a_history_is_met_often(string one, string other)
    {
        const int Often = 10;
        var pair = Pairs.Value.Single(pair => (pair.One, pair.Other) == (one, other) || (pair.One, pair.Other) == (other, one));

        Assert.That(pair.Met, Is.GreaterThanOrEqualTo(Often));
    }
}
