using NUnit.Framework;
using SystemSim.Model;

namespace SystemSim.Tests.Reading;

public sealed class OptionTests
{
    [Test]
    public void An_option_sets_its_own_place_and_no_other()
    {
        var result = ValidScenario.With(
            "options: {pooled: {set: {services.visits.budget: +£600k, services.beds.capacity.bed_days: x 1.1}}}");
        var scenario = result.Scenario!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenario.Options.Select(option => option.Place.Services[0].Budget!.Value), Is.EqualTo([1_000_000.0, 1_600_000.0]));
            Assert.That(
                scenario.Options.Select(option => option.Place.Services[1].Capacity!.Amount.Points[0].Value.Value),
                Is.EqualTo([144_000.0, 158_400.0]).Within(1e-6));
            Assert.That(
                scenario.Options[1].Sets,
                Is.EqualTo([
                    "services.visits.budget = £1m plus £600k: £1.6m",
                    "services.beds.capacity.bed_days = 12 000 a month x 1.1: 13,200 a month",
                ])
            );
        }
    }

    [TestCase("-1.5% a year", -0.015, "-1.5% a year")]
    [TestCase("{value: -1.5% a year, low: -2%, high: -1%}", -0.015, "{value: -1.5% a year, low: -2%, high: -1%}")]
    [TestCase("{by: -1.5 points}", 0.02, "3.5% a year less 1.5 points: 2% a year")]
    [TestCase("+1 point", 0.045, "3.5% a year plus 1 point: 4.5% a year")]
    [TestCase("x 2", 0.07, "3.5% a year x 2: 7% a year")]
    [TestCase("{by: x 2}", 0.07, "3.5% a year x 2: 7% a year")]
    public void A_value_is_put_there_whatever_its_sign_and_a_change_says_that_it_is_one(string set, double growth, string told)
    {
        const string Path = "organisations.nhs.income.allocation.growth";
        var scenario = ValidScenario.With(
            "organisations: {nhs: {income: {allocation: {2026/27: £60m, growth: 3.5% a year}}}}\n"
            + $"options: {{pooled: {{set: {{{Path}: {set}}}}}}}").Scenario!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(scenario.Options[0].Place.Organisations[1].Income[0].Amount.Growth!.Value, Is.EqualTo(0.035));
            Assert.That(scenario.Options[1].Place.Organisations[1].Income[0].Amount.Growth!.Value, Is.EqualTo(growth).Within(1e-15));
            Assert.That(scenario.Options[1].Sets, Is.EqualTo([$"{Path} = {told}"]));
        }
    }

    [TestCase(
        "services.visits.budget: {value: £1m, low: £0.8m, high: £1.2m}",
        "services.visits.budget",
        "£1m x 1.5: £1.5m (and the rest of it likewise)"
    )]
    [TestCase(
        "organisations.nhs.income.allocation: {2026/27: £60m, 2027/28: £62m}",
        "organisations.nhs.income.allocation",
        "£60m x 1.5: £90m (and the rest of it likewise)"
    )]
    public void A_change_of_a_range_or_of_years_is_told_by_its_first_number(string overridden, string path, string told)
    {
        var scenario = ValidScenario.With($"override: {{{overridden}}}\noptions: {{pooled: {{set: {{{path}: x 1.5}}}}}}").Scenario!;

        Assert.That(scenario.Options[1].Sets, Is.EqualTo([$"{path} = {told}"]));
    }

    [Test]
    public void Numbers_of_options_come_last_and_only_where_they_differ()
    {
        var without = ValidScenario.With("").Scenario!.Numbers;
        var with = ValidScenario.With("options: {pooled: {set: {services.visits.budget: +£600k}}}").Scenario!.Numbers;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(with, Has.Length.EqualTo(without.Length + 1));
            Assert.That((with[^1].Name, with[^1].Value), Is.EqualTo(("services.visits.budget", 1.6e6)));
        }
    }

    [Test]
    public void An_option_may_change_its_governance()
    {
        var scenario = ValidScenario.With("options: {pooled: {set: {governance.pooled.pools.pool.risk_reserve: £2m}}}").Scenario!;

        Assert.That(scenario.Options[1].Place.Governance.Funds[^1].Pool!.EndOfYear.RiskReserve!.Value, Is.EqualTo(2e6));
    }

    [Test]
    public void A_problem_that_every_option_meets_is_said_once()
    {
        var result = ValidScenario.With(
            """
            services: {visits: {unmet: {waits: 150%}}}
            options: {pooled: {set: {services.visits.budget: £2m}}, third: {governance: siloed, set: {services.visits.budget: £3m}}}
            """);

        Assert.That(result.Problems.Select(problem => problem.Code), Is.EqualTo(["SIM021"]), result.Say());
    }

    [Test]
    public void A_problem_that_only_one_option_has_is_shown_where_the_option_sets_it()
    {
        var result = ValidScenario.With("options:\n  pooled: {set: {services.visits.unmet.waits: +60%}}\n");

        Assert.That(result.Problems.Single().At.Line, Is.EqualTo(3), result.Say());
    }

    [Test]
    public void A_rule_between_sections_is_applied_to_every_option()
    {
        var result = ValidScenario.With("options: {pooled: {set: {services.visits.floor: £3m, services.visits.ceiling: £2m}}}");

        Assert.That(result.Problems.Select(problem => problem.Code), Is.EqualTo(["SIM093"]), result.Say());
    }

    [TestCase("horizon.years: 2")]
    [TestCase("prices.base: 2025/26")]
    [TestCase("sources.panel.title: another")]
    [TestCase("people.births: x 2")]
    [TestCase("rates: observed")]
    [TestCase("services.visits.at_start.waiting: 50")]
    [TestCase("organisations.council.brought_forward: £1m")]
    [TestCase("organisations.council.reserves.general: £9m")]
    [TestCase("organisations.council.reserves: {general: £9m, floor: £1m}")]
    [TestCase("organisations.council.reserves: {floor: £1m}")]
    [TestCase("organisations.council: {kind: council, income: {council_tax: £20m}}")]
    [TestCase("services.visits.effects.move well -> ill.at_start: 5")]
    [TestCase("services.visits.effects: [{on: move well -> ill, less: 5%, for: {}, lasts: 1 year, at_start: 5}]")]
    [TestCase("options.siloed.governance: pooled")]
    public void What_is_so_today_or_in_every_option_cannot_be_set(string set)
    {
        var result = ValidScenario.With($"services: {{visits: {{at_start: {{waiting: 5}}}}}}\noptions: {{pooled: {{set: {{{set}}}}}}}");

        Assert.That(result.Problems.Select(problem => problem.Code), Is.EqualTo(["SIM043"]), result.Say());
    }

    [TestCase("organisations.council.reserves.floor: £2m")]
    [TestCase("organisations.council.income.general: £2m")]
    [TestCase("services.visits.demand.growth: 1% a year")]
    [TestCase("governance.pooled.pools.pool.risk_reserve: £1m")]
    public void What_happens_from_the_first_step_on_can_be_set(string set)
    {
        var result = ValidScenario.With(
            $"organisations: {{council: {{income: {{general: £1m}}}}}}\noptions: {{pooled: {{set: {{{set}}}}}}}");

        Assert.That(result.Problems, Is.Empty, result.Say());
    }

    [TestCase("services.visits.at_start.waiting=50")]
    [TestCase("organisations.council.reserves.general=£9m")]
    public void The_caller_may_set_what_is_so_today_for_all_options(string set)
    {
        var result = ValidScenario.With("services: {visits: {at_start: {waiting: 5}}}", set);

        Assert.That(result.Problems, Is.Empty, result.Say());
    }

    [Test]
    public void Every_organisation_has_a_fund_of_its_own_before_the_pools()
    {
        var scenario = ValidScenario.With("organisations: {trust: {kind: nhs_provider}}").Scenario!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Funds(scenario.Options[0]), Is.EqualTo(["council: visits homes", "nhs: beds", "trust: "]));
            Assert.That(Funds(scenario.Options[1]), Is.EqualTo(["council: ", "nhs: ", "trust: ", "pool: visits beds homes"]));
            Assert.That(
                scenario.Options[1].Place.Governance.Funds.Select(fund => fund.Owner?.Name), Is.EqualTo(["council", "nhs", "trust", null]));
            Assert.That(
                scenario.Options[0].Place.Governance.Funds.Select(fund => fund.StartOfYear.Rule),
                Has.All.InstanceOf<BudgetRule.Historic>());
        }

        static IEnumerable<string> Funds(Option option) =>
            option.Place.Governance.Funds.Select(fund => $"{fund.Id}: {string.Join(' ', fund.Pays)}");
    }

    [Test]
    public void What_all_funds_are_told_is_cut_down_to_what_each_pays_for()
    {
        var scenario = ValidScenario.With(
            """
            services: {beds: {duty: discretionary}}
            governance: {siloed: {start_of_year: {rule: plan, amounts: {visits: £1m, beds: £9m}, reinvest: {share: 50%, in: [visits]}}}}
            """).Scenario!;
        var funds = scenario.BaselineOption.Place.Governance.Funds;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                funds.Select(fund => ((BudgetRule.Plan)fund.StartOfYear.Rule).Amounts.Single().Service.Name),
                Is.EqualTo(["visits", "beds"]));
            Assert.That(funds.Select(fund => fund.StartOfYear.Reinvest is not null), Is.EqualTo([true, false]));
        }
    }

    [Test]
    public void A_fund_may_have_terms_of_its_own()
    {
        var result = ValidScenario.With(
            """
            governance:
              siloed: {start_of_year: {rule: historic, contingency: 1%}, funds: {council: {start_of_year: {rule: pressure, pace: 0.5}}}}
            """);
        var funds = result.Scenario!.BaselineOption.Place.Governance.Funds;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(funds[0].StartOfYear.Rule, Is.InstanceOf<BudgetRule.Pressure>());
            Assert.That(funds[1].StartOfYear.Contingency!.Value, Is.EqualTo(0.01));
        }
    }

    [Test]
    public void Services_are_brought_into_a_pool_by_who_pays_for_them_in_the_baseline()
    {
        var pool = ValidScenario.With("").Scenario!.Options[1].Place.Governance.Funds[^1].Pool!;

        Assert.That(
            pool.BroughtIn.Select(owner => $"{owner.Service} {owner.Owner}"), Is.EqualTo(["visits council", "beds nhs", "homes council"]));
    }

    [Test]
    public void Effects_of_all_arrangements_are_in_every_place()
    {
        var scenario = ValidScenario.With(
            """
            governance: {pooled: {effects: [{on: deaths, less: 1%, for: {}}]}}
            effects: [{on: deaths, less: 2%, for: {}, coverage: 10%, today: 0%}]
            """).Scenario!;

        Assert.That(scenario.Options.Select(Owners), Has.All.EqualTo("ByService, Alone, ByGovernance"));

        static string Owners(Option option) => string.Join(", ", option.Place.Effects.Select(effect => effect.Owner.GetType().Name));
    }
}
