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
        var run = EngineRun.Of(scenario, bySteps: false);
        foreach (var option in run.Rows.Select(row => row.Key.Option).Distinct())
        {
            var before = OpeningPositions(scenario);
            foreach (var year in Enumerable.Range(0, scenario.Horizon.Years).Select(scenario.Horizon.YearAt))
            {
                var fromWorld = Sum("income") + Sum("charges") + Sum("exceptional_support");
                var toWorld = Sum("other_spending") + Sum("provider_cost") + Sum("set_up") + Sum("running") + Sum("transaction_cost")
                    + Sum("returned");
                var after = Sum("position");

                Assert.That(before + fromWorld - toWorld, Is.EqualTo(after).Within(Agreement * (fromWorld + Sum("payment") + 1.0)), $"seed {seed}, {option}, {year}");
                before = after;

                double Sum(string measure) =>
                    run.Rows.Where(row => row.Key.Option == option && row.Key.Measure == measure && row.Key.Year == year && row.Key.Step is null).Sum(row => row.Value);
            }
        }
    }

    [Property]
    public void Every_person_is_somewhere(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var run = EngineRun.Of(scenario);
        foreach (var option in run.Rows.Select(row => row.Key.Option).Distinct())
        {
            var rows = run.Rows.Where(row => row.Key.Option == option).ToLookup(row => (row.Key.Measure, row.Key.Year, row.Key.Step), row => row.Value);
            var opening = scenario.BaselineOption.Place.People.Start.Sum(start => start.People.Value * Factors(scenario, start.People));
            var before = opening;
            foreach (var (year, step) in Steps(scenario))
            {
                var after = rows[("people", year, step)].Sum();
                var joined = rows[("births", year, step)].Sum() + rows[("migration", year, step)].Sum() + rows[("residual", year, step)].Sum();

                Assert.That(before + joined - rows[("deaths", year, step)].Sum(), Is.EqualTo(after).Within(Agreement * opening), $"seed {seed}, {option}, {year} {step}");
                Assert.That(rows[("people", year, step)].Min(), Is.GreaterThanOrEqualTo(-Agreement * opening));
                before = after;
            }
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
                    Assert.That(before + arrived - Of("delivered") - Of("left"), Is.EqualTo(Of("waiting")).Within(Agreement * (before + arrived + 1.0)), $"seed {seed}");
                    Assert.That(Of("asked") - Of("delivered"), Is.EqualTo(Of("unmet")).Within(Agreement * (before + arrived + 1.0)), $"seed {seed}");
                    Assert.That(Of("delivered"), Is.InRange(-Agreement, Of("asked") * (1.0 + Agreement)), $"seed {seed}");
                }

                before = Of("waiting");

                double Of(string measure) => run.Find("today", measure, year, step, service.Id.Name) ?? 0.0;
            }
        }
    }

    private static double OpeningPositions(Scenario scenario)
    {
        // Reserves are today's; pools have nothing but what partners pay in.
        return scenario.BaselineOption.Place.Organisations.Sum(organisation =>
            (organisation.Reserves?.General.Value ?? 0.0) + (organisation.Reserves?.Earmarked.Sum(reserve => reserve.Amount.Value) ?? 0.0)
            - (organisation.BroughtForward?.Value ?? 0.0));
    }

    private static double Factors(Scenario scenario, Quantity quantity) =>
        quantity.Factors.Aggregate(1.0, (product, id) => product * scenario.Factors.First(factor => factor.Id == id).Value.Value);

    private static IEnumerable<(FinancialYear Year, int Step)> StepsOf(Horizon horizon) =>
        from year in Enumerable.Range(0, horizon.Years)
        from step in Enumerable.Range(0, horizon.StepsPerYear)
        select (horizon.YearAt(year), step);

    private static IEnumerable<(FinancialYear Year, int Step)> Steps(Scenario scenario) => StepsOf(scenario.Horizon);
}
