using FsCheck;
using FsCheck.Fluent;
using FsCheck.NUnit;
using NUnit.Framework;
using SystemSim.Model;
using PropertyAttribute = FsCheck.NUnit.PropertyAttribute;

namespace SystemSim.Tests;

/// <summary>What holds of a protected share in random scenarios.</summary>
[Properties(Replay = "20261130,7", MaxTest = 25, QuietOnSuccess = true, Arbitrary = [typeof(ProtectionTests)])]
public sealed class ProtectionTests
{
    private const double HalfAPenny = 0.005;

    /// <summary>Seeds of random scenarios.</summary>
    public static Arbitrary<int> Seeds() => Gen.Choose(5_000, 9_000).ToArbitrary();

    [Property]
    public void A_share_of_nothing_is_no_protection(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var without = EngineRun.Of(With(scenario, _ => null), bySteps: false);
        var ofNothing = EngineRun.Of(
            With(scenario, fund => new Protection { Share = Constant(0.0), Services = fund.Pays }), bySteps: false);

        foreach (var (key, value) in without.Rows)
        {
            var other = ofNothing.Find(key.Option, key.Measure, key.Year, key.Step, key.Item);
            Numbers.AssertAgree(other, value, 1e-9 * (1.0 + Math.Abs(value)), () => $"seed {seed}: {key}");
        }
    }

    [Property]
    public void What_is_protected_moves_money_and_makes_none(int seed)
    {
        var scenario = RandomScenario.Make(seed);
        var run = EngineRun.Of(scenario, bySteps: false);

        foreach (var fund in run.Rows.Where(row => row.Key.Measure == "fund_money"))
        {
            var (option, _, year, _, name) = fund.Key;
            var place = scenario.Options.First(known => known.Id.Name == option).PlaceIn(year);
            if (place.Governance.Funds.FirstOrDefault(known => known.Id.Name == name) is not { } known)
            {
                continue;
            }

            // What notices of earlier sums cost beside is owed to them, and no part of what the year gives.
            var budgets = known.Pays.Sum(service => run.Find(option, "budget", year, null, service.Name) ?? 0.0);
            var contingency = run.Find(option, "contingency", year, null, name) ?? 0.0;
            var gap = run.Find(option, "budgeted_gap", year, null, name) ?? 0.0;
            if (gap <= HalfAPenny)
            {
                Assert.That(budgets + contingency, Is.EqualTo(fund.Value).Within(HalfAPenny), $"seed {seed}: {fund.Key}");
            }
        }
    }

    private static YearlyPath Constant(double value) => new() { Points = [new(new FinancialYear(2020), Quantity.Of(value))] };

    private static Scenario With(Scenario scenario, Func<Fund, Protection?> protect)
    {
        return scenario with { Options = [.. scenario.Options.Select(Changed)] };

        Option Changed(Option option) => option with
        {
            Place = Of(option.Place),
            Change = option.Change is { } change ? change with { Before = Of(change.Before) } : null,
        };

        Place Of(Place place) => place with
        {
            Governance = place.Governance with
            {
                Funds =
                [
                    .. place.Governance.Funds.Select(fund => fund with
                    {
                        StartOfYear = fund.StartOfYear with { Protect = fund.Pays.IsEmpty ? null : protect(fund) },
                    }),
                ],
            },
        };
    }
}
