using FsCheck;
using FsCheck.Fluent;
using FsCheck.NUnit;
using NUnit.Framework;
using SystemSim.Model;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SystemSim.Tests;

/// <summary>What the answers of any scenario obey, added up again from the tidy rows alone.</summary>
[Properties(Replay = "20261122,11", MaxTest = 60, QuietOnSuccess = true, Arbitrary = [typeof(LedgerTests)])]
public sealed class LedgerTests
{
    /// <summary>Sums of hundreds of doubles.</summary>
    private const double Agreement = 1e-9;

    /// <summary>Seeds of random scenarios.</summary>
    public static Arbitrary<int> Seeds() => Gen.Choose(10_000, 14_000).ToArbitrary();

    [Property]
    public void Every_pound_comes_from_somewhere_and_goes_somewhere(int seed)
    {
        var scenario = RandomScenario.Make(seed);

        Assert.That(LedgerSums.Money(scenario, EngineRun.Of(scenario, bySteps: false).Facts), Is.Empty, $"seed {seed}");
    }

    [Property]
    public void Every_person_is_somewhere(int seed)
    {
        var scenario = RandomScenario.Make(seed);

        Assert.That(LedgerSums.People(scenario, EngineRun.Of(scenario).Facts), Is.Empty, $"seed {seed}");
    }

    [Test]
    public void What_is_lost_is_missed()
    {
        var scenario = RandomScenario.Make(10_000);
        var facts = EngineRun.Of(scenario).Facts.ToArray();
        var less = facts.Select(fact => fact.Measure is "income" or "deaths" ? fact with { Value = fact.Value * 0.999 } : fact).ToArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(facts, Is.Not.Empty);
            Assert.That(LedgerSums.Money(scenario, less), Is.Not.Empty);
            Assert.That(LedgerSums.People(scenario, less), Is.Not.Empty);
        }
    }

    [Property]
    public void What_is_asked_is_given_waits_or_leaves(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var run = EngineRun.Of(scenario);
        if (run.Broken is not null)
        {
            return;
        }

        foreach (var service in scenario.BaselineOption.Place.Services)
        {
            var before = service.AtStart.Waiting?.Value ?? 0.0;
            foreach (var (year, step) in Steps(scenario))
            {
                var arrived = Of("need_led") + Of("referred") + Of("failure_demand") + Of("diverted");

                using (Assert.EnterMultipleScope())
                {
                    Assert.That(
                        before + arrived - Of("delivered") - Of("left"),
                        Is.EqualTo(Of("waiting")).Within(Agreement * (before + arrived + 1.0)),
                        $"seed {seed}"
                    );
                    Assert.That(
                        Of("asked") - Of("delivered"),
                        Is.EqualTo(Of("unmet")).Within(Agreement * (before + arrived + 1.0)),
                        $"seed {seed}"
                    );
                    Assert.That(Of("delivered"), Is.InRange(-Agreement, Of("asked") * (1.0 + Agreement)), $"seed {seed}");
                }

                before = Of("waiting");

                double Of(string measure) => run.Find("today", measure, year, step, service.Id.Name) ?? 0.0;
            }
        }
    }

    private static IEnumerable<(FinancialYear Year, int Step)> StepsOf(Horizon horizon) =>
        from year in Enumerable.Range(0, horizon.Years)
        from step in Enumerable.Range(0, horizon.StepsPerYear)
        select (horizon.YearAt(year), step);

    private static IEnumerable<(FinancialYear Year, int Step)> Steps(Scenario scenario) => StepsOf(scenario.Horizon);
}
