using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>What a budget buys of help: GBP 10 a contact, 200 a month today; and what becomes of a grant that is cut.</summary>
public sealed class OracleBudgetTests
{
    private const double Rounding = 1e-9;
    private const double ThousandthOfAPenny = 1e-5;

    [Test]
    public void A_tariff_buys_by_its_price() =>
        Assert.That(Delivered(new() { Form = ContractForm.Tariff, Price = Q(8) }, 18_000), Is.EqualTo(187.5).Within(Rounding));

    // GBP 1,500 a month buy 150 units. Of each 200 laid out, 100 are fixed: 50 are left for contacts that take half of one.
    [TestCase(ContractForm.Cost)]
    [TestCase(ContractForm.Alliance)]
    [TestCase(ContractForm.Block)]
    [TestCase(ContractForm.Grant)]
    public void Fixed_cost_comes_before_the_first_contact(ContractForm form)
    {
        var run = PlainEngine.Run(Bought(new() { Form = form }, 18_000, cost => cost with { Fixed = Q(0.5), Volume = Q(2_400) }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Help), Is.EqualTo(100.0).Within(Rounding));
            Assert.That(run.Get("payment", 0, 0, Help), Is.EqualTo(1_500.0).Within(ThousandthOfAPenny));
        }
    }

    // 150 units, 40 of them fixed. Held to measure: 110 for contacts that take 0.3 and 0.5.
    // In blocks of 50 contacts, 25 units each: three of them leave 35 for contacts that take 0.3.
    // Held for half a year after it was last needed, today's 200 contacts take 100 units: 10 are left.
    [TestCase(null, null, 110.0 / 0.8)]
    [TestCase(0.25, null, 35.0 / 0.3)]
    [TestCase(0.25, 0.5, 10.0 / 0.3)]
    public void Capacity_must_be_held_for_what_is_bought(double? blocksOf, double? releasedAfter, double delivered)
    {
        var run = PlainEngine.Run(Bought(new() { Form = ContractForm.Cost }, 18_000, cost => cost with
        {
            Fixed = Q(0.2),
            SemiFixed = Q(0.5),
            Volume = Q(2_400),
            BlocksOf = blocksOf is { } share ? Q(share) : null,
            ReleasedAfter = releasedAfter,
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Help), Is.EqualTo(delivered).Within(Rounding));
            Assert.That(run.Get("payment", 0, 0, Help), Is.EqualTo(1_500.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_block_that_is_opened_is_filled_before_the_next_is_opened()
    {
        // 165 units, 125 of them not fixed: a fourth block would leave 25, which is less than the 150 contacts of three take: 75 + 45.
        var run = PlainEngine.Run(Bought(new() { Form = ContractForm.Cost }, 19_800, cost => cost with
        {
            Fixed = Q(0.2),
            SemiFixed = Q(0.5),
            Volume = Q(2_400),
            BlocksOf = Q(0.25),
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Help), Is.EqualTo(150.0).Within(Rounding));
            Assert.That(run.Get("payment", 0, 0, Help), Is.EqualTo(1_600.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_sum_buys_its_volume_and_no_more_where_that_is_all_there_is()
    {
        var run = PlainEngine.Run(Asked(1.5, new() { Form = ContractForm.CostAndVolume, Rate = Q(0.5) }, 24_000));

        // 300 a month: 2,400 are done after eight.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 7, Help), Is.EqualTo(300.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 8, Help), Is.Zero.Within(Rounding));
            Assert.That(run.Year("payment", 0, Help), Is.EqualTo(24_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void What_a_sum_leaves_of_a_budget_buys_beyond_the_volume()
    {
        var run = PlainEngine.Run(Asked(1.5, new() { Form = ContractForm.CostAndVolume, Rate = Q(0.5), Volume = Q(2_400) }, 25_200));

        // GBP 100 a month beyond the sum are 900 in the ninth: 180 at GBP 5. Each month later, another 20.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 8, Help), Is.EqualTo(180.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 9, Help), Is.EqualTo(20.0).Within(Rounding));
        }
    }

    [Test]
    public void A_sum_is_a_floor_of_its_budget_and_what_it_pays_for_is_delivered()
    {
        var run = PlainEngine.Run(Bought(new() { Form = ContractForm.CostAndVolume, Rate = Q(0.5), Sum = Q(24_000) }, 18_000));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budget", 0, Help), Is.EqualTo(24_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("delivered", 0, Help), Is.EqualTo(2_400.0).Within(Rounding));
            Assert.That(run.Year("payment", 0, Help), Is.EqualTo(24_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Where_the_money_is_short_of_the_sum_there_is_a_gap_and_no_less_is_delivered()
    {
        var run = PlainEngine.Run(Bought(new() { Form = ContractForm.CostAndVolume, Rate = Q(0.5), Sum = Q(24_000) }, 24_000)
            .WithBody(Council, body => body with { Income = [new("income", Path(23_000.0))] }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budgeted_gap", 0, Council), Is.EqualTo(1_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("delivered", 0, Help), Is.EqualTo(2_400.0).Within(Rounding));
            Assert.That(run.Year("deficit", 0, Council), Is.EqualTo(1_000.0).Within(ThousandthOfAPenny));
        }
    }

    // Nothing is released in April, when a twelfth of the sum is owed: what it pays for is delivered all the same.
    // Half of GBP 24,000 is an aligned sum: GBP 1,000 a month would pay for 100 contacts at GBP 10, and half of their price is paid beside
    // it.
    [TestCase(ContractForm.CostAndVolume, 200.0, 2_000.0)]
    [TestCase(ContractForm.AlignedIncentive, 100.0, 1_500.0)]
    public void A_step_whose_budget_is_short_of_the_sum_delivers_what_the_sum_pays_for(ContractForm form, double delivered, double paid)
    {
        var run = PlainEngine.Run(Bought(new() { Form = form, Rate = Q(0.5), Volume = Q(2_400) }, 24_000)
            .WithFund(Council, fund => fund with { InYear = new() { Profile = [0.0, .. Enumerable.Repeat(1.0 / 11.0, 11)] } }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Help), Is.EqualTo(delivered).Within(Rounding));
            Assert.That(run.Get("payment", 0, 0, Help), Is.EqualTo(paid).Within(ThousandthOfAPenny));
        }
    }

    [TestCase(ContractForm.Tariff)]
    [TestCase(ContractForm.CostAndVolume)]
    [TestCase(ContractForm.Marginal)]
    [TestCase(ContractForm.AlignedIncentive)]
    public void At_a_price_of_nothing_everybody_is_met_by_no_budget(ContractForm form)
    {
        var rate = form == ContractForm.Tariff ? null : Q(0.5);
        var run = PlainEngine.Run(Bought(new() { Form = form, Price = Q(0), Rate = rate }, 0));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("delivered", 0, Help), Is.EqualTo(2_400.0).Within(Rounding));
            Assert.That(run.Year("payment", 0, Help), Is.Zero);
        }
    }

    [TestCase(ContractForm.Cost, 0.0, 1.0)]
    [TestCase(ContractForm.Cost, 0.5, 1.0)]
    [TestCase(ContractForm.Block, 0.0, 1.0)]
    [TestCase(ContractForm.Grant, 0.0, 1.0)]
    [TestCase(ContractForm.Alliance, 0.0, 1.0)]
    [TestCase(ContractForm.Cost, 0.0, 0.0)]
    [TestCase(ContractForm.Block, 0.5, 0.0)]
    [TestCase(ContractForm.Tariff, 0.0, 1.0)]
    [TestCase(ContractForm.CostAndVolume, 0.0, 0.0)]
    public void What_users_pay_whole_or_what_costs_nothing_needs_no_budget(ContractForm form, double fixedShare, double charged)
    {
        var rate = form == ContractForm.CostAndVolume ? Q(0.5) : null;
        var run = PlainEngine.Run(Bought(new() { Form = form, Rate = rate }, 0, cost => cost with
        {
            Unit = Q(charged == 0.0 ? 0.0 : 10.0),
            Charges = Q(charged),
            Fixed = Q(fixedShare),
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("delivered", 0, Help), Is.EqualTo(2_400.0).Within(Rounding));
            Assert.That(run.Year("payment", 0, Help), Is.Zero);
            Assert.That(run.Year("charges", 0, Help), Is.EqualTo(charged * 24_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Beyond_the_volume_a_budget_buys_more_at_the_marginal_rate()
    {
        var run = PlainEngine.Run(Asked(1.5, new() { Form = ContractForm.Marginal, Rate = Q(0.5), Volume = Q(2_400) }, 30_000));

        // 250 a month at GBP 10 are 2,250 after nine. The tenth has 150 left of the volume, and all 300 are asked.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 8, Help), Is.EqualTo(250.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 9, Help), Is.EqualTo(300.0).Within(Rounding));
            Assert.That(run.Get("payment", 0, 9, Help), Is.EqualTo(2_250.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void What_an_aligned_sum_leaves_buys_at_its_rate() =>

        // 1,500 less half of 2,000 a month, at GBP 5
        Assert.That(
            Delivered(new() { Form = ContractForm.AlignedIncentive, Rate = Q(0.5), Volume = Q(2_400) }, 18_000),
            Is.EqualTo(100.0).Within(Rounding));

    [Test]
    public void A_provider_whose_grant_is_cut_collapses_and_builds_up_again()
    {
        var run = PlainEngine.Run(Granted(12_000.0, 24_000.0));

        // GBP 1,000 buy 100 a month; a quarter of 200 can be done, and a sixteenth more each month.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 11, Help), Is.EqualTo(200.0).Within(Rounding));
            Assert.That(run.Get("delivered", 1, 0, Help), Is.EqualTo(50.0).Within(Rounding));
            Assert.That(run.Get("delivered", 1, 1, Help), Is.EqualTo(62.5).Within(Rounding));
            Assert.That(run.Get("delivered", 1, 4, Help), Is.EqualTo(100.0).Within(Rounding));
            Assert.That(run.Get("delivered", 1, 11, Help), Is.EqualTo(100.0).Within(Rounding));
            Assert.That(run.Get("delivered", 2, 0, Help), Is.EqualTo(200.0).Within(Rounding));
            Assert.That(run.Year("payment", 1, Help), Is.EqualTo(12_000.0).Within(ThousandthOfAPenny));
        }
    }

    [TestCase(12_000.0, 50.0)]
    [TestCase(19_200.0, 160.0)]
    public void Every_year_of_too_small_a_grant_throws_the_provider_back(double grant, double delivered) =>

        // Four fifths of the grant are enough.
        Assert.That(PlainEngine.Run(Granted(grant, grant)).Get("delivered", 2, 0, Help), Is.EqualTo(delivered).Within(Rounding));

    private static double Delivered(Contract contract, double budget) =>
        PlainEngine.Run(Bought(contract, budget)).Get("delivered", 0, 0, Help);

    private static Scenario Bought(Contract contract, double budget, Func<UnitCost, UnitCost>? cost = null) =>
        Town().WithService(Help, service => service with
        {
            Contract = contract,
            Budget = Q(budget),
            Cost = cost?.Invoke(service.Cost) ?? service.Cost,
        });

    private static Scenario Asked(double growth, Contract contract, double budget) => Bought(contract, budget)
        .WithBody(Council, body => body with { Income = [new("income", Path(40_000.0))] })
        .WithService(Help, service => service with { Demand = service.Demand with { Growth = Path(growth) } });

    /// <summary>A grant of 24,000 in the first year, others in the second and third.</summary>
    private static Scenario Granted(double second, double third)
    {
        var contract = new Contract
        {
            Form = ContractForm.Grant,
            Collapse = new() { Below = Q(0.8), To = Q(0.25), RebuildsOver = Q(1.0) },
        };
        var plan = new BudgetRule.Plan { Amounts = [new(new(Help), Path(24_000.0, second, third))] };
        return Town(years: 3).WithService(Help, service => service with { Contract = contract })
            .WithFund(Council, fund => fund with { StartOfYear = new() { Rule = plan } });
    }
}
