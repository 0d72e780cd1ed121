using FsCheck;
using FsCheck.Fluent;
using FsCheck.NUnit;
using NUnit.Framework;
using SystemSim.Model;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SystemSim.Tests;

/// <summary>What holds of the corridor of a pool in random scenarios.</summary>
[Properties(Replay = "20261130,7", MaxTest = 25, QuietOnSuccess = true, Arbitrary = [typeof(CorridorTests)])]
public sealed class CorridorTests
{
    /// <summary>Seeds of random scenarios.</summary>
    public static Arbitrary<int> Seeds() => Gen.Choose(5_000, 9_000).ToArbitrary();

    [Property]
    public void A_corridor_of_nothing_is_none(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var without = EngineRun.Of(With(scenario, _ => null), bySteps: false);
        var ofNothing = EngineRun.Of(With(scenario, _ => 0.0), bySteps: false);

        foreach (var (key, value) in without.Rows)
        {
            var other = ofNothing.Find(key.Option, key.Measure, key.Year, key.Step, key.Item);
            Numbers.AssertAgree(other, value, 1e-9 * (1.0 + Math.Abs(value)), () => $"seed {seed}: {key}");
        }
    }

    [Property]
    public void An_endless_corridor_is_the_host_alone(int seed)
    {
        const double Endless = 1e9;
        var scenario = RandomScenario.Make(seed);
        var run = EngineRun.Of(With(scenario, terms => terms.RiskShare == RiskShare.EachItsOwn ? null : Endless), bySteps: false);

        foreach (var (key, value) in run.Rows.Where(row => row.Key.Measure is "risk_share" or "shared_underspend"))
        {
            var place = scenario.Options.First(option => option.Id.Name == key.Option).PlaceIn(key.Year);
            var (partner, fund) = key.Item.Split('|') is [var first, var second] ? (first, second) : ("", "");
            var pool = place.Governance.Funds.FirstOrDefault(known => known.Id.Name == fund)?.Pool;
            if (pool is not { EndOfYear: { RiskShare: not RiskShare.EachItsOwn, Excluded.IsEmpty: true } } || pool.Host.Name == partner)
            {
                continue;
            }

            var paidIn = pool.Contributions.Sum(paid =>
                run.Find(key.Option, "contribution", key.Year, null, $"{paid.Partner}|{fund}") ?? 0.0);
            if (paidIn > 1.0)
            {
                Assert.That(value, Is.EqualTo(0.0), $"seed {seed}: {key}");
            }
        }
    }

    private static Scenario With(Scenario scenario, Func<EndOfYear, double?> corridor)
    {
        return scenario with
        {
            Options =
            [
                .. scenario.Options.Select(option => option with
                {
                    Place = Of(option.Place),
                    Change = option.Change is { } change ? change with { Before = Of(change.Before) } : null,
                }),
            ],
        };

        Place Of(Place place) => place with
        {
            Governance = place.Governance with { Funds = [.. place.Governance.Funds.Select(Changed)] },
        };

        Fund Changed(Fund fund) => fund with
        {
            Pool = fund.Pool is { } pool
                ? pool with
                {
                    EndOfYear = pool.EndOfYear with { Corridor = corridor(pool.EndOfYear) is { } wide ? Quantity.Of(wide) : null },
                }
                : null,
        };
    }
}
