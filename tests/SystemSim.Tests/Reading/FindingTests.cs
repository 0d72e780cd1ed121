using NUnit.Framework;

namespace SystemSim.Tests.Reading;

public sealed class FindingTests
{
    private const string KeepsNothing =
        "'nhs' keeps nothing that its own fund leaves unspent, and in 'pool' its money meets what others spend: what leaves the place today stays in it by that rule.";

    private const string Shrunk = "grades: {B: {means: trials, shrinks: 20%}}\n"
        + "services: {visits: {effects: [{on: demand beds, less: {value: 5%, assumption: true}, for: {}, lasts: 1 year, evidence: B}]}}\n";

    [TestCase(
        "services: {beds: {failure: {after: 7 weeks}}}",
        "SIM201",
        "'7 weeks' is not a whole number of steps, and is rounded to 2 steps."
    )]
    [TestCase(
        "services: {beds: {failure: {after: 3 days}}}",
        "SIM201",
        "'3 days' is not a whole number of steps, and is rounded to 1 step."
    )]
    [TestCase(
        "services: {visits: {refers: {beds: {share: 1%, after: 6 weeks}}}}",
        "SIM201",
        "'6 weeks' is not a whole number of steps, and is rounded to 1 step."
    )]
    [TestCase(
        "services: {beds: {failure: {after: 999999999999999 months}}}",
        "SIM239",
        "'999999999999999 months' is at least as long as the run of 3 years: what sets out in the run never arrives in it."
    )]
    [TestCase(
        "services: {visits: {refers: {beds: {share: 1%, after: 3 years}}}}",
        "SIM239",
        "'3 years' is at least as long as the run of 3 years: what sets out in the run never arrives in it."
    )]
    [TestCase(
        "override: {services.visits.effects: [{on: move well -> ill, less: 10%, for: {need: [well]}, lasts: 1 year, after: 1000000000.4 months}]}",
        "SIM239",
        "'1000000000.4 months' is at least as long as the run of 3 years: what sets out in the run never arrives in it."
    )]
    [TestCase(
        "services: {beds: {cost: {semi_fixed: 50%, released_in: {after: 1000000000 months}}}}",
        "SIM239",
        "'1000000000 months' is at least as long as the run of 3 years: nothing that is held is given up in it."
    )]
    [TestCase("seasons: {winter: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}", "SIM202", "season 'winter' is declared, and nothing uses it.")]
    [TestCase("sources: {ons: {title: ONS}}", "SIM202", "source 'ons' is declared, and nothing uses it.")]
    [TestCase("grades: {B: {means: trials, shrinks: 10%}}", "SIM202", "grade 'B' is declared, and nothing uses it.")]
    [TestCase("prices: {indices: {gdp: {2025/26: 100, growth: 1%}}}", "SIM202", "index 'gdp' is declared, and nothing uses it.")]
    [TestCase("tiers: [street]", "SIM202", "tier 'street' is declared, and no service has it.")]
    [TestCase(
        "governance: {spare: {kind: siloed, pays: {council: all}}}", "SIM202", "governance 'spare' is declared, and nothing uses it.")]
    [TestCase(
        "organisations: {nhs: {income: {allocation: {2026/27: £60m, 2030/31: £70m}}}}", "SIM203",
        "organisations.nhs.income.allocation has a value for 2030/31, and the run ends with 2028/29.")]
    [TestCase(
        "governance: {pooled: {start_of_year: {rule: business_case, hurdle: £1}}}", "SIM204",
        "'pooled' changes the governance and the budget rule at once (historic to business_case).")]
    [TestCase(
        "sources: {trial: {title: A trial}}\nservices: {visits: {effects: ["
        + "{on: demand beds, less: {value: 5%, source: trial}, for: {}, lasts: 1 year}, "
        + "{on: move well -> ill, less: {value: 5%, source: trial}, for: {}, lasts: 1 year}]}}",
        "SIM205", "the source 'trial' speaks for 'demand beds' and for 'move well -> ill' at once.")]
    [TestCase(
        "governance: {pooled: {pools: {pool: {running: {value: £5k a year, low: £4k, high: £7k}}, second: {host: council, contributions: {council: {follow: own_income}, nhs: {follow: own_income}}}}, pays: {pool: [visits, homes], second: [beds]}}, "
            + "one: {kind: pooled, pays: {fund: all}, pools: {fund: {host: council, running: {value: £5k a year, low: £4k, high: £7k}, contributions: {council: {follow: own_income}, nhs: {follow: own_income}}}}}}",
        "SIM235",
        "'pooled' and 'one' state the same range, which is drawn apart: governance.pooled.pools.pool.running and governance.one.pools.fund.running."
    )]
    [TestCase("people: {births: {value: 9 per 1000, assumption: true}}", "SIM206", "an assumption has no range: people.births.")]
    [TestCase("services: {visits: {priority: 2}}", "SIM207", "'visits' has a priority, and shares no limit.")]
    [TestCase("services: {visits: {ceiling: £2m}}", "SIM207", "'visits' has a ceiling, and no fund decides by business case or protects a share for it.")]
    [TestCase(
        "services: {visits: {expected_saving: {per_pound: {nhs: £2}, within: 2 years}}}",
        "SIM207",
        "'visits' states a saving, and no fund decides by business case."
    )]
    [TestCase(
        "services: {visits: {contract: {form: cost_and_volume, sum: £1.1m, rate: 50%}}}",
        "SIM220",
        "the budget of 'visits' is below the sum that its contract owes: while it runs, that sum is the budget."
    )]
    [TestCase(
        "services: {visits: {contract: {form: aligned_incentive, price: £50, volume: 30 000 a year, rate: 20%}}}",
        "SIM220",
        "the budget of 'visits' is below the sum that its contract owes: while it runs, that sum is the budget."
    )]
    [TestCase("services: {visits: {cost: {unit: £0}}}", "SIM221", "'visits' costs its fund nothing, and so its budget bounds nothing.")]
    [TestCase(
        "services: {visits: {cost: {charges: 100%}}}",
        "SIM221",
        "'visits' costs its fund nothing, and so its budget bounds nothing."
    )]
    [TestCase(
        "services: {visits: {contract: {form: tariff, price: £0}}}",
        "SIM221",
        "'visits' costs its fund nothing, and so its budget bounds nothing."
    )]
    [TestCase(
        "options: {less: {governance: siloed, set: {services.visits.budget: £500k}}}\nservices: {visits: {contract: {form: cost_and_volume, sum: £900k, rate: 50%}}}",
        "SIM220", "the budget of 'visits' is below the sum that its contract owes: while it runs, that sum is the budget.")]
    [TestCase("override: {services.beds.failure: []}\nrates: need", null, null)]
    [TestCase("combine: {default: random, quality: stacked}", "SIM207", "effects on 'quality' are combined, and there are none.")]
    [TestCase(
        "prices: {deflator: gdp, indices: {gdp: {2025/26: 100}}}", "SIM208",
        "index 'gdp' stops in 2025/26, and stands still until the run ends in 2028/29.")]
    [TestCase(
        "services: {calls: {tier: primary, provider: nhs, duty: statutory, unit: call, cost: {unit: £9, year: 2026/27}}}\n"
            + "governance: {siloed: {pays: {nhs: [beds, calls]}}}",
        "SIM209",
        "nobody can ask for 'calls': it has no demand, and nothing refers, returns or is diverted to it."
    )]
    [TestCase(
        "override: {people.start: {18-64: {people: 80 000, need: [90%, 10%]}, 65+: {people: 20 000, need: [60%, 40%]}}}",
        "SIM210",
        "births join the age band '18-64'."
    )]
    [TestCase(
        "organisations: {council: {local: {in_place: true, spends: 80%}}, nhs: {local: {in_place: true, output_multiplier: 1.1}}}",
        "SIM212",
        "'council' has an LM3 and 'nhs' an input-output multiplier: LM3 counts three rounds of spending, the other what output needs, and they do not compare."
    )]
    [TestCase(
        "override: {services.visits.provider: nhs, services.homes.provider: nhs}\norganisations: {council: {local: {in_place: true}}}",
        "SIM207",
        "'council' says what becomes of what it is paid, and it provides nothing."
    )]
    [TestCase(
        "people: {control_totals: {65+: {2026/27: 20 100, 2028/29: 20 700}}}",
        "SIM213",
        "people.control_totals.65+ ends on 30 June 2028, and the run ends with 2028/29: from then on there is no residual."
    )]
    [TestCase(
        "people: {control_totals: {65+: {2026/27: 20 100, 2029/30: 21 000, 2030/31: 21 300}}}",
        "SIM203",
        "people.control_totals.65+ has a total for 2030/31, and the run ends with 2028/29: of later years only 2029/30 is used."
    )]
    [TestCase(
        "people: {control_totals: {65+: {2026/27: 20.1, 2029/30: 21.2}}}",
        "SIM214",
        "people.control_totals.65+.2026/27 is 20.1 people, and 20,000 are there at the start: the residual makes up the difference by 30 June 2026."
    )]
    [TestCase("people: {control_totals: {0-64: {2026/27: 99 000, 2029/30: 99 500}}}", null, null)]
    [TestCase("people: {control_totals: {2026/27: {value: 100 400, assumption: true}, 2029/30: 102 000}}", null, null)]
    [TestCase("organisations: {nhs: {keeps: 0%}}", "SIM224", KeepsNothing)]
    [TestCase("title: The same", "SIM224", KeepsNothing)]
    [TestCase(
        "governance: {pooled: {pools: {pool: {overspend: {share: each_its_own, excludes: [homes]}}}}}", "SIM207",
        "'pool' excludes services from being shared, and nothing of its overspend is: each bears its own.")]
    [TestCase(
        "governance: {wider: {kind: pooled, pays: {pool: all}, pools: {pool: {host: nhs, contributions: {council: {follow: own_income}, nhs: {follow: own_income}}, risk_reserve: £1m}}}}\n"
            + "override: {compare.baseline: pooled, governance.pooled.pools.pool.brought_in: {council: [visits, homes], nhs: [beds]}, "
            + "governance.wider.pools.pool.brought_in: {council: [visits, homes], nhs: [beds]}}\n"
            + "options: {wider: {governance: wider, from: 2027/28}}",
        "SIM207",
        "'pool' goes on from the baseline and keeps what it holds: nothing is paid in."
    )]
    [TestCase(
        "appraisal: {discount: {money: {1: 3.5%}, health: {1: 1.5%}}}",
        "SIM211",
        "an appraisal discounts real money, and 'prices' has no deflator: nominal money is taken for real."
    )]
    [TestCase(
        Shrunk
            + "appraisal: {discount: {money: {1: 3.5%}, health: {1: 1.5%}}, optimism_bias: {D: {costs: 25%, benefits: 25%}}, graded: {costs: D, benefits: D}}",
        "SIM232",
        "benefits are lowered by the bias of grade D, and what they come from is shrunk already: services.visits.effects.demand beds by its evidence of grade B."
    )]
    [TestCase(
        "services: {homes: {unmet: {waits: 90%}}}",
        "SIM228",
        "nobody gives up on the list of 'homes', which grows for as long as more come than are seen."
    )]
    [TestCase("services: {homes: {unmet: {waits: 90%, reneges: 5% a month}}}", null, null)]
    [TestCase(
        "governance: {siloed: {start_of_year: {rule: historic, balances_over: {from: 2020/21, years: 3}}}}",
        "SIM207",
        "the settlement of 3 years from 2020/21 has no year that is run."
    )]
    [TestCase(
        "governance: {pooled: {pools: {pool: {contributions: {nhs: {follow: own_income, leaves: 2028/29}}}}}}",
        "SIM216",
        "'nhs' leaves 'pool' and pays nothing more, and what the NHS must pool of the Better Care Fund is no matter of choice."
    )]
    [TestCase(
        "governance: {siloed: {start_of_year: {rule: historic, protect: {services: [homes], share: 6%}}}}",
        "SIM215",
        "'council' keeps a share for homes, which must be given: no rule gives more than a forecast."
    )]
    [TestCase(
        "services: {visits: {cost: {unit: {value: £50, low: £45, high: £55, source: assumption}}}}",
        "SIM246",
        "1 range is a tenth either way, without a source: services.visits.cost.unit."
    )]
    [TestCase(
        "organisations: {council: {title: Twin}, nhs: {title: twin}}",
        "SIM240",
        "the organisations 'council' and 'nhs' have one title, 'Twin': they are printed with their names in brackets."
    )]
    [TestCase(
        "services: {visits: {title: Help}, beds: {title: Help}, homes: {title: \"Help \"}}",
        "SIM240",
        "the services 'visits', 'beds' and 'homes' have one title, 'Help': they are printed with their names in brackets."
    )]
    [TestCase(
        "options: {siloed: {title: One}, pooled: {title: One}}",
        "SIM240",
        "the options 'siloed' and 'pooled' have one title, 'One': they are printed with their names in brackets."
    )]
    [TestCase(
        "governance: {siloed: {title: One}, pooled: {title: One}}",
        "SIM240",
        "the arrangements 'siloed' and 'pooled' have one title, 'One': they are printed with their names in brackets."
    )]
    [TestCase(
        "organisations: {council: {title: Pool}}",
        "SIM240",
        "'council' has the title 'Pool', and a pool is called 'pool': 'council' is printed with its name in brackets."
    )]
    public void A_finding_is_made(string yaml, string? code, string? problem)
    {
        var result = ValidScenario.With(yaml);

        Assert.That(
            result.Findings.Select(finding => (finding.Code, finding.Problem)), code is null ? Is.Not.Null : Does.Contain((code, problem)),
            result.Say());
    }

    [TestCase("{value: £50, low: £45, high: £55}")]
    [TestCase("{value: £50, low: £45, high: £60, source: assumption}")]
    [TestCase("{value: £50, low: £44, high: £55, source: assumption}")]
    public void A_range_with_a_source_or_of_its_own_width_is_no_finding(string unit)
    {
        var result = ValidScenario.With($"services: {{visits: {{cost: {{unit: {unit}}}}}}}");

        Assert.That(result.Findings.Select(finding => finding.Code), Has.None.EqualTo("SIM246"), result.Say());
    }

    [TestCase("{B: {means: trials, shrinks: 20%}}", "{costs: D}")]
    [TestCase("{B: {means: trials, shrinks: 20%}}", "{costs: A, benefits: A}")]
    [TestCase("{B: {means: trials, shrinks: 0%}}", "{costs: D, benefits: D}")]
    public void One_correction_of_benefits_is_no_finding(string grades, string graded)
    {
        var result = ValidScenario.With(
            $"{Shrunk}appraisal: {{discount: {{money: {{1: 3.5%}}, health: {{1: 1.5%}}}}, "
                + $"optimism_bias: {{A: {{costs: 10%, benefits: 0%}}, D: {{costs: 25%, benefits: 25%}}}}, graded: {graded}}}\noverride: {{grades: {grades}}}"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Scenario, Is.Not.Null, result.Say());
            Assert.That(result.Findings.Select(finding => finding.Code), Has.None.EqualTo("SIM232"));
        }
    }

    [Test]
    public void A_valid_scenario_has_no_finding_but_ranges_that_are_missing()
    {
        var result = ValidScenario.With("organisations: {nhs: {keeps: 100%}}");

        Assert.That(result.Findings.Select(finding => finding.Code), Has.All.EqualTo("SIM206"), result.Say());
    }

    [TestCase("services: {beds: {failure: {after: 35 months}}}")]
    [TestCase("services: {beds: {cost: {semi_fixed: 50%, released_in: {after: 35 months}}}}")]
    public void A_lag_within_the_run_is_no_finding(string yaml)
    {
        Assert.That(ValidScenario.With(yaml).Findings.Select(finding => finding.Code), Has.None.EqualTo("SIM239"));
    }

    [TestCase("services: {visits: {contract: {form: aligned_incentive, price: £50, volume: 30 000 a year, rate: 40%}}}")]
    [TestCase("services: {visits: {contract: {form: cost_and_volume, sum: £1m, rate: 50%}}}")]
    [TestCase("services: {visits: {cost: {charges: 90%}}}")]
    public void A_budget_that_pays_for_something_is_no_finding(string yaml)
    {
        var result = ValidScenario.With(yaml);

        Assert.That(result.Findings.Select(finding => finding.Code), Does.Not.Contain("SIM220").And.Not.Contain("SIM221"), result.Say());
    }

    [Test]
    public void The_scale_of_an_index_needs_no_range()
    {
        var result = ValidScenario.With("");

        Assert.That(
            result.Findings.Select(finding => finding.Problem),
            Has.One.EqualTo("an assumption has no range: prices.indices.prices.growth."), result.Say());
    }

    [Test]
    public void A_rule_that_silos_have_too_is_no_finding()
    {
        var result = ValidScenario.With(
            """
            governance:
              pooled: {start_of_year: {rule: business_case, hurdle: £1}}
              by_case: {kind: siloed, pays: {council: [visits, homes], nhs: [beds]}, start_of_year: {rule: business_case, hurdle: £1}}
            options: {by_case: {governance: by_case}}
            """);

        Assert.That(result.Findings.Select(finding => finding.Code), Does.Not.Contain("SIM204"), result.Say());
    }

    [TestCase(
        "options: {kept: {governance: pooled, set: {organisations.nhs.keeps: 100%}}}",
        TestName = "A pool that another option has with a partner that keeps what it saves"
    )]
    [TestCase(
        "override: {compare.baseline: pooled, governance.pooled.pools.pool.brought_in: {council: [visits, homes], nhs: [beds]}}",
        TestName = "A pool that is there today"
    )]
    [TestCase(
        "override: {governance.pooled.pools.pool.contributions: {council: {follow: own_income}}, governance.pooled.pays: {pool: [visits, homes], nhs: [beds]}}",
        TestName = "A pool of others"
    )]
    public void What_a_partner_that_keeps_nothing_does_to_a_pool_is_shown(string yaml)
    {
        var result = ValidScenario.With(yaml);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(result.Problems, Is.Empty, result.Say());
            Assert.That(result.Findings.Select(finding => finding.Code), Does.Not.Contain("SIM224"), result.Say());
        }
    }

    [Test]
    public void Rates_without_failure_demand_are_a_finding()
    {
        var result = ValidScenario.Read(
            File.ReadAllText(ValidScenario.File).Replace("    failure: {share: 5%, returns_to: beds, after: 1 month}\n", ""));

        Assert.That(
            result.Findings.Select(finding => finding.Problem), Does.Contain("'rates' is stated, and there is no failure demand."),
            result.Say());
    }

    [TestCase(
        "services: {visits: {ceiling: £2m}}\noptions: {case: {governance: siloed, set: "
        + "{governance.siloed.start_of_year: {rule: business_case, hurdle: £1}}}}",
        TestName = "A ceiling that only the rule of an option reads")]
    [TestCase(
        "services: {homes: {unmet: {waits: 50%}}}\noverride: {services.homes.capacity: {places: 700}}",
        TestName = "Unmet demand of a service with a capacity")]
    [TestCase(
        "services: {calls: {tier: primary, provider: nhs, duty: statutory, unit: call, source: panel, cost: {unit: £9, year: 2026/27}, "
        + "demand: {per_person: 1 a year}, unmet: {waits: 0%, reneges: 10% a month}, at_start: {waiting: 100}}}\n"
        + "governance: {siloed: {pays: {nhs: [beds, calls]}}}",
        TestName = "Reneging from a list that is there at the start")]
    public void A_value_that_something_reads_is_no_finding(string yaml)
    {
        var result = ValidScenario.With(yaml);

        Assert.That(result.Problems, Is.Empty, result.Say());
        Assert.That(result.Findings.Select(finding => finding.Code), Does.Not.Contain("SIM207"), result.Say());
    }

    [Test]
    public void One_source_for_a_demand_that_a_move_does_not_change_is_no_finding()
    {
        var result = ValidScenario.With(
            """
            sources: {trial: {title: A trial}}
            services:
              beds: {demand: {per_person: {well: 0.2 a year, ill: 0.2 a year}}}
              visits:
                effects:
                  - {on: demand beds, less: {value: 5%, source: trial}, for: {}, lasts: 1 year}
                  - {on: move well -> ill, less: {value: 5%, source: trial}, for: {}, lasts: 1 year}
            """);

        Assert.That(result.Problems, Is.Empty, result.Say());
        Assert.That(result.Findings.Select(finding => finding.Code), Does.Not.Contain("SIM205"), result.Say());
    }

    [Test]
    public void A_scenario_that_is_wrong_has_no_findings_that_could_be_wrong_too()
    {
        var result = ValidScenario.With(
            "services: {visits: {unmet: {wait: 50%}}}\nseasons: {winter: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}");

        Assert.That(result.Findings, Is.Empty);
    }
}
