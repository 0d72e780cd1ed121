using NUnit.Framework;
using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Ring-fenced accounts: what holds of them in random scenarios, whatever the numbers are.</summary>
public sealed class AccountTests
{
    private const int Seeds = 200;
    private const double Agreement = 1e-9;

    private readonly Lazy<(string Name, Scenario Scenario, Option Option, EngineRun Run)[]> asMade = new(() => [.. Runs()]);

    [Test]
    public void A_deficit_that_comes_to_count_changes_nothing_of_the_place_on_that_day()
    {
        var changed = 0;
        foreach (var (name, scenario, option, run) in asMade.Value)
        {
            var passed = option.Bodies.Where(body => body.Account is not null || Owns(option, body))
                .ToDictionary(body => body.Id.Name, body => Years(scenario).Select(year => Of("account_deficit", year, body)).ToArray());
            for (var year = 0; year < scenario.Horizon.Years; year++)
            {
                var size = passed.Values.Sum(values => Math.Abs(values[year]));

                Assert.That(passed.Values.Sum(values => values[year]), Is.EqualTo(0.0).Within(Agreement * (1.0 + size)), $"{name}, {year}");
                changed += size > 1.0 ? 1 : 0;
            }

            double Of(string measure, FinancialYear year, Organisation body) =>
                run.Find(option.Id.Name, measure, year, null, body.Id.Name)!.Value;
        }

        Assert.That(changed, Is.GreaterThan(10));
    }

    [Test]
    public void Nothing_is_left_in_an_account_from_the_year_in_which_it_counts()
    {
        foreach (var (name, scenario, option, run) in asMade.Value)
        {
            foreach (var body in option.Bodies.Where(body => body.Account?.CountsFrom is not null))
            {
                foreach (var year in Years(scenario).Where(year => year >= body.Account!.CountsFrom!.Value))
                {
                    var deficit = run.Find(option.Id.Name, "deficit", year, null, body.Id.Name);

                    Assert.That(deficit, Is.EqualTo(0.0).Within(1e-6), $"{name}, {body.Id}, {year}");
                }
            }
        }
    }

    [Test]
    public void A_deficit_that_does_not_count_and_costs_nothing_to_carry_moves_nothing_of_its_owner()
    {
        var owners = 0;
        foreach (var (one, other) in Runs(scenario => Owing(scenario, 1e5)).Zip(Runs(scenario => Owing(scenario, 5e6))))
        {
            foreach (var owner in one.Option.Bodies.Where(body => Owns(one.Option, body)).Select(body => body.Id.Name))
            {
                owners++;
                foreach (var (key, value) in one.Run.Rows.Where(row => row.Key.Item == owner && row.Key.Option == one.Option.Id.Name))
                {
                    var moved = other.Run.Find(key.Option, key.Measure, key.Year, key.Step, key.Item);
                    Numbers.AssertAgree(moved, value, within: 0.0, () => $"{one.Name}: {key}");
                }
            }
        }

        Assert.That(owners, Is.GreaterThan(20));
    }

    /// <summary>Accounts that never count, and start with a deficit of so much.</summary>
    private static Scenario Owing(Scenario scenario, double deficit) => scenario.Everywhere(place => place with
    {
        Organisations =
        [
            .. place.Organisations.Select(body => body.Account is { } account
                ? body with
                {
                    BroughtForward = Quantity.Of(deficit),
                    Account = account with { CountsFrom = null, Financing = null, Grant = null },
                }
                : body),
        ],
    });

    private static bool Owns(Option option, Organisation owner) =>
        option.Bodies.Any(body => body.Account?.Owner == owner.Id);

    private static IEnumerable<FinancialYear> Years(Scenario scenario) =>
        Enumerable.Range(0, scenario.Horizon.Years).Select(scenario.Horizon.YearAt);

    private static IEnumerable<(string Name, Scenario Scenario, Option Option, EngineRun Run)> Runs(
        Func<Scenario, Scenario>? change = null) =>
        from seed in Enumerable.Range(0, Seeds)
        let made = RandomScenario.Make(seed)
        where made.BaselineOption.Bodies.Any(body => body.Account is not null)
        let scenario = change?.Invoke(made) ?? made
        let run = EngineRun.Of(scenario, bySteps: false)
        where run.Broken is null
        from option in scenario.Options
        where option.Place.Governance.Succession.IsEmpty
        select ($"seed {seed}, {option.Id}", scenario, option, run);
}
