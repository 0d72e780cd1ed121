using NUnit.Framework;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The generator itself: a test that never meets a feature cannot find what is wrong with it.</summary>
public sealed class RandomScenarioTests
{
    private const int Seeds = 1_000;
    private const int Least = 40;

    [Test]
    public void Every_feature_occurs_in_the_first_thousand_seeds()
    {
        var scenarios = Enumerable.Range(0, Seeds).Select(RandomScenario.Make).ToList();

        var tally = RandomScenarioFeatures.All.ToDictionary(feature => feature.Key, feature => scenarios.Count(feature.Value));

        var readable = string.Join(Environment.NewLine, tally.OrderBy(pair => pair.Value).Select(pair => $"{pair.Value,6} {pair.Key}"));
        TestContext.Out.WriteLine(readable);
        Assert.That(tally.Values, Has.All.GreaterThanOrEqualTo(Least), $"of {Seeds} scenarios:{Environment.NewLine}{readable}");
    }

    [Test]
    public void A_seed_always_makes_the_same_scenario([Values(0, 7, 123)] int seed)
    {
        var (once, again) = (RandomScenario.Make(seed), RandomScenario.Make(seed));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Numbers.Select(Shown), Is.EqualTo(once.Numbers.Select(Shown)));
            Assert.That(again.Options.Select(option => option.Id), Is.EqualTo(once.Options.Select(option => option.Id)));
        }
    }

    [Test]
    public void Numbers_have_names_of_their_own([Range(0, 49)] int seed) =>
        Assert.That(RandomScenario.Make(seed).Numbers.Select(number => number.Name), Is.Unique.And.All.Not.Empty);

    [Test]
    public void Nothing_hangs_on_the_last_bits_of_a_number([Range(0, 99)] int seed)
    {
        // Two engines that add up in another order differ by about as much.
        const double LastBits = 1e-14;
        const double Comparable = 1e-9;
        var (scenario, shaken) = (RandomScenario.Make(seed), RandomScenario.Shaken(seed, LastBits));
        foreach (var option in scenario.Options)
        {
            if (Run(scenario, option.Id) is not { } run || Run(shaken, option.Id) is not { } other)
            {
                continue;
            }

            var differing = run.Rows.Where(row => Math.Abs(other.Get(row.Measure, row.Year, row.Step, row.Item) - row.Value)
                > Comparable * Math.Max(Math.Abs(row.Value), run.Size(row.Measure)));

            Assert.That(differing, Is.Empty, option.Id.Name);
        }
    }

    private static PlainResult? Run(Scenario scenario, OptionId option)
    {
        try
        {
            return PlainEngine.Run(scenario, option.Name);
        }
        catch (PlainEngineException)
        {
            return null;
        }
    }

    private static (string Name, double Value) Shown(Quantity number) => (number.Name, number.Value);
}
