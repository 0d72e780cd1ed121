using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

public sealed class OracleMoneyTests
{
    private const double ThousandthOfAPenny = 1e-5;

    [Test]
    public void Prices_follow_their_index_and_users_pay_their_share()
    {
        var town = Town(years: 2) with
        {
            Prices = new() { Base = Start, Indices = [new() { Id = new("pay"), Levels = Path(100.0, 103.0) }] },
        };
        town = town.WithService(Care, service => service with { Cost = service.Cost with { Index = new("pay"), Charges = Q(0.2) } });

        var run = PlainEngine.Run(town);

        // 2,400 contacts at GBP 103, of which users pay a fifth
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("provider_cost", 1, Care), Is.EqualTo(247_200.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("charges", 1, Care), Is.EqualTo(49_440.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("payment", 1, Care), Is.EqualTo(197_760.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budget", 1, Care), Is.EqualTo(197_760.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_block_pays_its_sum_and_leaves_the_rest_with_the_provider()
    {
        var town = Town().WithService(Care, service => service with
        {
            Contract = new() { Form = ContractForm.Block, Sum = Q(230_000) },
        });

        var run = PlainEngine.Run(town);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("payment", 0, Care), Is.EqualTo(230_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("provider_surplus", 0, Nhs), Is.EqualTo(-10_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Pressure_moves_money_to_where_need_went_unmet()
    {
        var town = TwoHelps(24_000.0, 2, new BudgetRule.Pressure { Pace = Q(1.0) });

        var run = PlainEngine.Run(town);

        // Both begin with GBP 12,000: help meets half of what is asked, walks all of it. 0.5 x 1.5 to 0.5 x 1 is 0.6 to 0.4.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budget", 0, Help), Is.EqualTo(12_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budget", 1, Help), Is.EqualTo(14_400.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budget", 1, "walks"), Is.EqualTo(9_600.0).Within(ThousandthOfAPenny));
        }
    }

    [TestCase(Siloed, Council, 24_000.0)]
    [TestCase(Pooled, PoolFund, 30_000.0)]
    public void A_business_case_that_a_silo_refuses_is_accepted_by_a_pool(string option, string fund, double budget)
    {
        StartOfYear terms = new() { Rule = new BudgetRule.BusinessCase { Hurdle = Q(1.2), Payback = Q(5.0) } };
        var town = Town().WithBody(Council, body => body with { Income = [new("income", Path(30_000.0))] })
            .WithService(Help, service => service with
            {
                ExpectedSaving = new() { PerPound = [new(new(Council), Q(0.3)), new(new(Nhs), Q(1.1))], Within = Q(3.0) },
            })
            .WithFund(Council, own => own with { StartOfYear = terms })
            .WithOption(Pooled, place => place with
            {
                Governance = OnePool(pool => pool with { StartOfYear = terms }, pool => pool with
                {
                    Contributions =
                    [
                        new() { Partner = new(Council), Follow = Follow.WholeFund },
                        new() { Partner = new(Nhs), Follow = Follow.WholeFund },
                    ],
                }),
            });

        var run = PlainEngine.Run(town, option);

        // The council alone would save 30p in the pound; both together save GBP 1.40.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budget", 0, Help), Is.EqualTo(budget).Within(ThousandthOfAPenny));
            Assert.That(run.Year("contingency", 0, fund), Is.EqualTo(30_000.0 - budget).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Too_little_money_is_shared_above_floors()
    {
        var town = TwoHelps(18_000.0, 1, new BudgetRule.Historic()).WithService(Help, service => service with { Floor = Path(6_000.0) });

        var run = PlainEngine.Run(town);

        // Above the floor 6,000 and 12,000 are wanted, 12,000 are there: two thirds of each
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budget", 0, Help), Is.EqualTo(10_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budget", 0, "walks"), Is.EqualTo(8_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Too_little_money_for_floors_is_a_gap_that_is_overspent()
    {
        var town = Town(years: 2).WithBody(Council, body => body with { Income = [new("income", Path(10_000.0))] })
            .WithService(Help, service => service with { Floor = Path(12_000.0) });

        var run = PlainEngine.Run(town);

        // The gap of the first year is the first call on the second, whose gap is the larger for it.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budget", 0, Help), Is.EqualTo(12_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budgeted_gap", 0, Council), Is.EqualTo(2_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 0, Council), Is.EqualTo(2_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budgeted_gap", 1, Council), Is.EqualTo(4_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_contingency_is_set_aside_first_and_what_is_over_joins_it()
    {
        var town = Town().WithFund(Council, fund => fund with
        {
            StartOfYear = new() { Contingency = Q(0.1), Rule = new BudgetRule.Plan { Amounts = [new(new(Help), Path(20_000.0))] } },
        });

        var run = PlainEngine.Run(town);

        // 2,400 of 24,000, and 1,600 of the rest that the plan does not use
        Assert.That(run.Year("contingency", 0, Council), Is.EqualTo(4_000.0).Within(ThousandthOfAPenny));
    }

    [Test]
    public void Part_of_a_surplus_is_reinvested()
    {
        var town = Town(years: 2).WithBody(Council, body => body with { Income = [new("income", Path(24_000.0, 30_000.0))] })
            .WithFund(Council, fund => fund with
            {
                StartOfYear = new() { Rule = new BudgetRule.Historic(), Reinvest = new() { Share = Q(0.5), Services = [new(Help)] } },
            });

        Assert.That(PlainEngine.Run(town).Year("budget", 1, Help), Is.EqualTo(27_000.0).Within(ThousandthOfAPenny));
    }

    [Test]
    public void Fixed_shares_divide_what_is_left()
    {
        var rule = new BudgetRule.FixedShares { Shares = [new(new(Help), Q(0.75)), new(new("walks"), Q(0.25))] };

        Assert.That(PlainEngine.Run(TwoHelps(20_000.0, 1, rule)).Year("budget", 0, Help), Is.EqualTo(15_000.0).Within(ThousandthOfAPenny));
    }

    // Care is forecast at GBP 120,000 but costs GBP 20,000 a month, which is seen after the first. Beside help's GBP 24,000 there is
    // no contingency; or just the 120,000 that the forecast overspend does not exceed.
    [TestCase(144_000.0, 13_000.0)]
    [TestCase(264_000.0, 24_000.0)]
    public void A_brake_cuts_discretionary_budgets_while_an_overspend_is_forecast(double income, double paid)
    {
        var town = Town().WithService(Care, service => service with { Budget = Q(120_000) })
            .WithBody(Nhs, body => body with { Income = [new("income", Path(income))] })
            .With(place => place with
            {
                Governance = Silos(
                    OwnFund(Council),
                    OwnFund(Nhs, Help, Care) with { InYear = new() { Brake = Q(0.5) } }),
            });

        // GBP 2,000 in the first month and, braked, GBP 1,000 in each of the others
        Assert.That(PlainEngine.Run(town).Year("payment", 0, Help), Is.EqualTo(paid).Within(ThousandthOfAPenny));
    }

    [Test]
    public void An_overspend_takes_reserves_to_their_floor_and_then_is_a_deficit()
    {
        var town = Overspent(years: 2).WithBody(Nhs, body => body with { Reserves = new() { General = Q(10_000), Floor = Q(4_000) } });

        var run = PlainEngine.Run(town);

        // 24,000 overspent: 6,000 from reserves, 18,000 carried, which the second year's own overspend of 24,000 joins.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("reserves", 0, Nhs), Is.EqualTo(4_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 0, Nhs), Is.EqualTo(18_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("position", 0, Nhs), Is.EqualTo(-14_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 1, Nhs), Is.EqualTo(42_000.0).Within(ThousandthOfAPenny));
        }
    }

    [TestCase(0.0, 24_000.0)]
    [TestCase(0.25, 18_000.0)]
    public void An_underspend_is_kept_or_leaves_the_place(double keeps, double returned)
    {
        var town = Town().WithService(Care, service => service with { Demand = service.Demand with { Growth = Path(0.9) } })
            .WithBody(Nhs, body => body with { Keeps = Q(keeps) });

        var run = PlainEngine.Run(town);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("returned", 0, Nhs), Is.EqualTo(returned).Within(ThousandthOfAPenny));
            Assert.That(run.Year("reserves", 0, Nhs), Is.EqualTo(24_000.0 - returned).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_planned_movement_goes_into_reserves_and_savings_count_as_far_as_delivered()
    {
        var town = Town().WithBody(Council, body => body with
        {
            Income = [new("income", Path(60_000.0))],
            OtherSpending = [new() { Name = "rest", Amount = Path(32_000.0), Savings = Path(4_000.0), Delivered = Q(0.5) }],
            Reserves = new() { General = Q(1_000), Planned = Path(6_000.0) },
        });

        var run = PlainEngine.Run(town);

        // 60,000 - 30,000 - 6,000 = 24,000: what help costs
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("other_spending", 0, Council), Is.EqualTo(30_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("reserves", 0, Council), Is.EqualTo(7_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("contingency", 0, Council), Is.Zero.Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_discretionary_block_is_paid_its_budget_whatever_it_does()
    {
        var town = Town().WithService(Help, service => service with
        {
            Contract = new() { Form = ContractForm.Block },
            Budget = Q(24_000),
            Capacity = new() { Amount = Path(1_200.0) },
        });

        var run = PlainEngine.Run(town);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("payment", 0, Help), Is.EqualTo(24_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("provider_surplus", 0, Council), Is.EqualTo(12_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Equal_business_cases_share_what_is_over_in_proportion_to_their_room()
    {
        var saving = new ExpectedSaving { PerPound = [new(new(Council), Q(1.5))], Within = Q(2) };
        var town = TwoHelps(28_000.0, 1, new BudgetRule.BusinessCase { Hurdle = Q(1.5) })
            .WithService(Help, service => service with { ExpectedSaving = saving, Ceiling = Path(14_000.0) })
            .WithService("walks", service => service with { ExpectedSaving = saving, Ceiling = Path(18_000.0) });

        var run = PlainEngine.Run(town);

        // 4,000 over, room for 2,000 and for 6,000
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budget", 0, Help), Is.EqualTo(13_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budget", 0, "walks"), Is.EqualTo(15_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_statutory_forecast_follows_the_people_who_ask()
    {
        var town = Town(years: 2, stepsPerYear: 1).WithPeople(people => people with
        {
            Births = new() { IsRate = false, Value = Path(200.0), Shares = Spread([1], [0, 1]) },
        });

        // 200 who are ill become 400.
        Assert.That(PlainEngine.Run(town).Year("budget", 1, Care), Is.EqualTo(480_000.0).Within(ThousandthOfAPenny));
    }

    [Test]
    public void Last_years_budgets_are_uplifted()
    {
        var town = Town(years: 2).WithBody(Council, body => body with { Income = [new("income", Path(30_000.0))] })
            .WithFund(Council, fund => fund with { StartOfYear = new() { Rule = new BudgetRule.Historic(), Uplift = Path(0.02) } });

        Assert.That(PlainEngine.Run(town).Year("budget", 1, Help), Is.EqualTo(24_480.0).Within(ThousandthOfAPenny));
    }

    /// <summary>Care is asked a tenth more than today.</summary>
    private static Scenario Overspent(int years) => Town(years)
        .WithService(Care, service => service with { Budget = Q(240_000), Demand = service.Demand with { Growth = Path(1.1) } });

    /// <summary>Help and walks, budgets of GBP 12,000 each; help is asked for twice that, walks for just that.</summary>
    private static Scenario TwoHelps(double income, int years, BudgetRule rule) => Town(years)
        .WithBody(Council, body => body with { Income = [new("income", Path(income))] })
        .With(place => place with
        {
            Services =
            [
                Contacts(Help, Duty.Discretionary, Council, 12.0, 10.0) with { Budget = Q(12_000) },
                Contacts("walks", Duty.Discretionary, Council, 6.0, 10.0) with { Budget = Q(12_000) },
                place.Services[1],
            ],
        })
        .WithFund(Council, fund => fund with { Pays = [new(Help), new("walks")], StartOfYear = new() { Rule = rule } });
}
