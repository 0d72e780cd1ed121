using NUnit.Framework;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Bodies that end and begin: what holds of them in random scenarios, whatever the numbers are.</summary>
public sealed class SuccessionTests
{
    private const int Seeds = 400;
    private const double Agreement = 1e-9;

    [Test]
    public void Nothing_is_made_or_lost_when_a_body_ends_account_by_account()
    {
        var passed = 0;
        foreach (var (name, option, run, last) in Runs())
        {
            var bodies = option.Place.Organisations.Select(body => body.Id.Name).ToArray();
            foreach (var measure in (string[])["passed_on", "debt_passed_on"])
            {
                var amounts = bodies.Select(body => run.Find(option.Id.Name, measure, last + 1, null, body) ?? 0.0).ToArray();

                Assert.That(amounts.Sum(), Is.EqualTo(0.0).Within(Agreement * (1.0 + amounts.Sum(Math.Abs))), $"{name}, {measure}");
                passed += amounts.Any(amount => Math.Abs(amount) > 1.0) ? 1 : 0;
            }

            foreach (var ended in option.Place.Governance.Absent.Select(body => body.Name).Where(bodies.Contains))
            {
                foreach (var (measure, stock) in ((string, string)[])[("passed_on", "position"), ("debt_passed_on", "debt")])
                {
                    var held = run.Find(option.Id.Name, stock, last, null, ended) ?? 0.0;
                    var left = run.Find(option.Id.Name, measure, last + 1, null, ended) ?? 0.0;

                    Assert.That(left, Is.EqualTo(-held).Within(Agreement * (1.0 + Math.Abs(held))), $"{name}, {ended}, {stock}");
                }
            }
        }

        Assert.That(passed, Is.GreaterThan(50));
    }

    [Test]
    public void Debt_balances_to_the_penny_account_by_account_when_a_body_ends()
    {
        const double Penny = 0.01;
        var passed = 0;
        foreach (var (name, option, run, last) in Runs())
        {
            foreach (var body in option.Place.Organisations.Where(body => body.Capitalisation is not null).Select(body => body.Id.Name))
            {
                var moved = Of("borrowing") - Of("debt_repaid") + Of("debt_passed_on") + Of("debt_brought_in");

                Assert.That(Of("debt"), Is.EqualTo(Of("debt", last) + moved).Within(Penny), $"{name}, {body}");
                passed += Math.Abs(Of("debt_passed_on")) > 1.0 ? 1 : 0;

                double Of(string measure, FinancialYear? year = null) =>
                    run.Find(option.Id.Name, measure, year ?? (last + 1), null, body) ?? 0.0;
            }
        }

        Assert.That(passed, Is.GreaterThan(20));
    }

    [Test]
    public void A_body_that_is_not_there_has_no_row()
    {
        foreach (var (name, option, run, last) in Runs())
        {
            var begun = option.Place.Organisations.Where(body => body.Begins).Select(body => body.Id.Name).ToHashSet();
            var ended = option.Place.Governance.Absent.Select(body => body.Name).ToHashSet();
            var rows = run.Rows.Where(row => row.Key.Option == option.Id.Name && row.Value != 0.0).ToArray();

            using (Assert.EnterMultipleScope())
            {
                Assert.That(rows.Where(row => row.Key.Year <= last && begun.Contains(row.Key.Item)), Is.Empty, name);
                Assert.That(
                    rows.Where(row => row.Key.Year > last && ended.Contains(row.Key.Item)
                        && row.Key.Measure is not ("passed_on" or "debt_passed_on") && !row.Key.Measure.StartsWith("bridge_", StringComparison.Ordinal)),
                    Is.Empty,
                    name);
            }
        }
    }

    [Test]
    public void A_new_name_alone_changes_no_number()
    {
        var compared = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var scenario = RandomScenario.Make(seed);
            if (scenario.Horizon.Years == 1 || Renamed(scenario) is not { } renamed)
            {
                continue;
            }

            var run = EngineRun.Of(renamed, bySteps: false);
            if (run.Broken is not null)
            {
                continue;
            }

            compared++;
            foreach (var (key, value) in run.Rows.Where(row => row.Key.Option == "today" && IsTold(row.Key)))
            {
                var isNow = key.Year > scenario.Horizon.Start && key.Item.Split('|')[0] == "council";
                var item = isNow ? $"again{key.Item["council".Length..]}" : key.Item;
                var found = run.Find("renamed", key.Measure, key.Year, key.Step, item);

                Numbers.AssertAgree(found, value, Agreement * (1.0 + Math.Abs(value)), () => $"seed {seed}, {key}");
            }
        }

        Assert.That(compared, Is.GreaterThan(20));

        static bool IsTold((string Option, string Measure, FinancialYear Year, int? Step, string Item) key) =>
            !key.Measure.StartsWith("bridge_", StringComparison.Ordinal)
            && !key.Measure.StartsWith("paid_", StringComparison.Ordinal)
            && !key.Measure.StartsWith("local_", StringComparison.Ordinal)
            && key.Measure is not ("lm3_of_provider" or "reserves_run_out" or "discounted_cost" or "net_present_cost" or "share_of_money" or "raided")
            && key.Year != default;
    }

    /// <summary>Today, and an option in which the council has another name from the second year on and nothing else is otherwise.</summary>
    private static Scenario? Renamed(Scenario scenario)
    {
        var today = scenario.BaselineOption.Place;
        if (today.Governance.Funds.Any(fund => fund.Pool is not null)
            || today.Organisations.FirstOrDefault(body => body.Id.Name == "council") is not { } council
            || today.Organisations.Any(body => body.Account is not null || body.Begins)
            || !today.Governance.Contracts.IsEmpty
            || today.Effects.Any(effect => effect.Owner is EffectOwner.ByGovernance)
            || today.Governance.Funds.First(fund => fund.Owner == council.Id).StartOfYear is { BalancesOver: not null }
            || today.Services.Any(service => service.Provider == council.Id && service.Contract.Collapse is not null))
        {
            return null;
        }

        var again = council with
        {
            Id = new("again"),
            Begins = true,
            OneOffs = [.. council.OneOffs.Where(item => item.Year > scenario.Horizon.Start)],
            BroughtForward = null,
            Reserves = council.Reserves is { } reserves
                ? reserves with
                {
                    General = Quantity.Of(0.0),
                    Earmarked = [.. reserves.Earmarked.Select(reserve => reserve with { Amount = Quantity.Of(0.0) })],
                }
                : null,
            Capitalisation = council.Capitalisation is { } support ? support with { OpeningDebt = null } : null,
        };
        var own = today.Governance.Funds.First(fund => fund.Owner == council.Id);
        var before = today with
        {
            Organisations = [.. today.Organisations, again],
            Governance = today.Governance with
            {
                Absent = [again.Id],
                Funds = [.. today.Governance.Funds, own with { Id = new("again"), Owner = again.Id, Pays = [] }],
            },
        };
        var after = before with
        {
            Governance = before.Governance with
            {
                Id = new("again"),
                Absent = [council.Id],
                Succession = [new(council.Id, again.Id, Quantity.Of(1.0))],
                Funds =
                [
                    .. before.Governance.Funds.Select(fund =>
                        fund.Owner == council.Id ? fund with { Pays = [] } : fund.Owner == again.Id ? fund with { Pays = own.Pays } : fund),
                ],
            },
        };
        Option baseline = new() { Id = new("today"), Title = "today", Place = before };
        Option option = new()
        {
            Id = new("renamed"),
            Title = "renamed",
            Place = after,
            Change = new() { From = scenario.Horizon.Start + 1, Before = before },
        };
        return scenario with { Baseline = baseline.Id, Options = [baseline, option], Appraisal = null };
    }

    private static IEnumerable<(string Name, Option Option, EngineRun Run, FinancialYear Last)> Runs()
    {
        for (var seed = 0; seed < Seeds; seed++)
        {
            var scenario = RandomScenario.Make(seed);
            foreach (var option in scenario.Options.Where(option => !option.Place.Governance.Succession.IsEmpty))
            {
                var run = EngineRun.Of(scenario, bySteps: false);
                if (run.Broken is null)
                {
                    yield return ($"seed {seed}, {option.Id}", option, run, option.Change!.From + -1);
                }
            }
        }
    }
}
