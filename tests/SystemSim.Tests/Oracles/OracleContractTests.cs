using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>What each form of contract pays for care: GBP 100 a contact, 2,400 a year today, a tenth more or less in the run.</summary>
public sealed class OracleContractTests
{
    private const double ThousandthOfAPenny = 1e-5;
    private const string Pay = "pay";

    [Test]
    public void A_tariff_pays_its_price_for_each_contact()
    {
        var run = PlainEngine.Run(Paid(new() { Form = ContractForm.Tariff, Price = Q(90) }, 1.1));

        // 2,640 x 90, of 2,640 x 100
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("payment", 0, Care), Is.EqualTo(237_600.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("provider_surplus", 0, Nhs), Is.EqualTo(-26_400.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budget", 0, Care), Is.EqualTo(216_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Cost_and_volume_pays_a_sum_and_a_part_of_the_price_beyond_the_volume()
    {
        var run = PlainEngine.Run(Paid(new() { Form = ContractForm.CostAndVolume, Rate = Q(0.4) }, 1.1));

        // 2,400 are reached in the eleventh month: 20 of its 220 at GBP 40, then all
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("payment", 0, 9, Care), Is.EqualTo(20_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("payment", 0, 10, Care), Is.EqualTo(20_800.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("payment", 0, 11, Care), Is.EqualTo(28_800.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("payment", 0, Care), Is.EqualTo(249_600.0).Within(ThousandthOfAPenny));
        }
    }

    [TestCase(1.1, 249_600.0)]
    [TestCase(0.9, 216_000.0)]
    public void Marginal_pays_the_price_up_to_the_volume_and_a_part_beyond(double growth, double paid) =>
        Assert.That(Payment(new() { Form = ContractForm.Marginal, Rate = Q(0.4) }, growth), Is.EqualTo(paid).Within(ThousandthOfAPenny));

    // Three quarters of 240,000, and GBP 25 for each of 2,640 or 2,160
    [TestCase(1.1, 246_000.0)]
    [TestCase(0.9, 234_000.0)]
    public void An_aligned_incentive_pays_part_as_a_sum_and_the_rest_by_activity(double growth, double paid) =>
        Assert.That(
            Payment(new() { Form = ContractForm.AlignedIncentive, Rate = Q(0.25) }, growth),
            Is.EqualTo(paid).Within(ThousandthOfAPenny)
        );

    // Target 250,000. 216,000 spent: half of 34,000 goes to the provider. 264,000 spent: it bears half of 14,000, or 5,000 at most.
    [TestCase(0.9, null, 233_000.0)]
    [TestCase(1.1, null, 257_000.0)]
    [TestCase(1.1, 5_000.0, 259_000.0)]
    public void An_alliance_shares_what_it_comes_to_above_or_below_its_target(double growth, double? stopLoss, double paid)
    {
        var run = PlainEngine.Run(Paid(Alliance() with { StopLoss = stopLoss is { } most ? Q(most) : null }, growth));

        // What is settled is paid with the last month.
        var month = 20_000.0 * growth;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("payment", 0, Care), Is.EqualTo(paid).Within(ThousandthOfAPenny));
            Assert.That(run.Get("payment", 0, 10, Care), Is.EqualTo(month).Within(ThousandthOfAPenny));
            Assert.That(run.Get("payment", 0, 11, Care), Is.EqualTo(paid - (11.0 * month)).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void An_alliance_is_forecast_with_its_settlement() =>

        // 240,000 are 10,000 below the target.
        Assert.That(PlainEngine.Run(Paid(Alliance(), 1.1)).Year("budget", 0, Care), Is.EqualTo(245_000.0).Within(ThousandthOfAPenny));

    // Of 240,000 that would be spent, half is: the other half of those who come is turned away, and what they would have cost is no gain.
    // 120,000 are 5,000 below half of 250,000; half of that is the provider's.
    [Test]
    public void An_alliance_gains_nothing_by_turning_people_away()
    {
        var run = PlainEngine.Run(Paid(Alliance(), 1.0).WithService(Care, service => service with
        {
            Capacity = new() { Amount = Path(1_200.0), Target = CapacityTarget.Path },
        }));

        Assert.That(run.Year("payment", 0, Care), Is.EqualTo(122_500.0).Within(ThousandthOfAPenny));
    }

    // Those who are kept waiting are no gain either. 100 of 200 are met each month; half of the others wait.
    [Test]
    public void An_alliance_gains_nothing_by_letting_a_list_grow()
    {
        var run = PlainEngine.Run(Paid(Alliance(), 1.0).WithService(Care, service => service with
        {
            Capacity = new() { Amount = Path(1_200.0), Target = CapacityTarget.Path },
            Unmet = new() { Waits = Q(0.5) },
        }));

        Assert.That(run.Year("payment", 0, Care), Is.EqualTo(122_500.0).Within(ThousandthOfAPenny));
    }

    [Test]
    public void An_alliance_that_nobody_needs_any_more_gains_all() =>

        // Half of 250,000: nobody came, and nobody was turned away.
        Assert.That(Payment(Alliance(), 0.0), Is.EqualTo(125_000.0).Within(ThousandthOfAPenny));

    [Test]
    public void A_block_without_a_sum_is_the_price_of_its_volume() =>
        Assert.That(Payment(new() { Form = ContractForm.Block, Volume = Q(2_000) }, 1.1), Is.EqualTo(200_000.0).Within(ThousandthOfAPenny));

    [Test]
    public void A_stated_price_is_of_the_first_year_and_follows_the_contracts_index()
    {
        var run = PlainEngine.Run(Paid(new() { Form = ContractForm.Tariff, Price = Q(90), Index = new(Pay) }, 1.0, years: 2));

        // 2,400 x 99
        Assert.That(run.Year("payment", 1, Care), Is.EqualTo(237_600.0).Within(ThousandthOfAPenny));
    }

    [Test]
    public void A_sum_is_agreed_anew_when_its_term_ends()
    {
        var run = PlainEngine.Run(Paid(new() { Form = ContractForm.CostAndVolume, Rate = Q(0.4), Term = 2 }, 1.1, years: 3));

        // In the third year 2,640 are the volume.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("payment", 1, Care), Is.EqualTo(249_600.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("payment", 2, Care), Is.EqualTo(264_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_stated_sum_gives_way_to_the_price_of_last_years_activity()
    {
        var contract = new Contract
        {
            Form = ContractForm.AlignedIncentive,
            Rate = Q(0.25),
            Price = Q(100),
            Sum = Q(150_000),
            Index = new(Pay),
            Term = 1,
        };

        var run = PlainEngine.Run(Paid(contract, 1.1, years: 2));

        // 150,000 + 2,640 x 25; then at GBP 110 all of 2,640
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("payment", 0, Care), Is.EqualTo(216_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("payment", 1, Care), Is.EqualTo(290_400.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budget", 1, Care), Is.EqualTo(290_400.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_target_is_agreed_anew_at_last_years_cost()
    {
        var run = PlainEngine.Run(Paid(Alliance() with { Term = 1, Index = new(Pay) }, 1.1, years: 2));

        // 264,000 cost both years; the target becomes 264,000 x 1.1, half of what it is above goes to the provider.
        Assert.That(run.Year("payment", 1, Care), Is.EqualTo(277_200.0).Within(ThousandthOfAPenny));
    }

    [Test]
    public void A_contract_that_an_arrangement_states_is_let_anew_and_todays_is_broken()
    {
        var run = PlainEngine.Run(Replaced(years: 2), Pooled);

        // 1,000 to the provider and 300 out of the place are missing from help's 24,000 in the first year.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("break_charge", 0, Care), Is.EqualTo(1_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("transaction_cost", 0, PoolFund), Is.EqualTo(300.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budget", 0, Help), Is.EqualTo(22_700.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("payment", 0, Care), Is.EqualTo(216_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("provider_surplus", 0, Nhs), Is.EqualTo(-23_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("break_charge", 1, Care), Is.Zero);
        }
    }

    // The index of pay is that of today's contract: 1,000 are 1,100 in the second year. The council gives care under the option, and the
    // NHS today.
    [TestCase(1, 1_100.0)]
    [TestCase(2, 1_210.0)]
    public void A_contract_broken_later_costs_what_its_index_makes_of_it_and_pays_todays_provider(int from, double charge)
    {
        var town = Paid(
            new()
            {
                Form = ContractForm.Tariff,
                Index = new(Pay),
                BreakCharge = Q(1_000),
            },
            1.0,
            years: 3
        );
        var before = town.BaselineOption.Place.WithService(Care, service =>
            service with
            {
                Provider = new(Council),
                Contract = service.Contract with { BreakCharge = Q(9) },
            }
        );
        var after = before with
        {
            Governance = before.Governance with { Id = new("later"), Contracts = [new(new(Care), new() { Form = ContractForm.Cost })] },
        };
        var option = new Option
        {
            Id = new("later"),
            Title = "Later",
            Place = after,
            Change = new() { From = Start + from, Before = before },
        };
        var run = PlainEngine.Run(town with { Options = [.. town.Options, option] }, "later");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("break_charge", from, Care), Is.EqualTo(charge).Within(ThousandthOfAPenny));
            Assert.That(run.Year("break_charge", from - 1, Care), Is.Zero);
            Assert.That(run.Year("provider_surplus", from, Nhs), Is.EqualTo(charge).Within(ThousandthOfAPenny));
            Assert.That(run.Year("provider_surplus", from, Council), Is.Zero.Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void What_is_today_is_not_broken()
    {
        var run = PlainEngine.Run(Replaced(years: 2), Siloed);

        Assert.That(run.Year("break_charge", 0, Care) + run.Year("transaction_cost", 0, Nhs), Is.Zero);
    }

    [Test]
    public void Letting_a_contract_costs_whenever_a_term_ends()
    {
        var run = PlainEngine.Run(Paid(
            new() { Form = ContractForm.Tariff, Term = 1, TransactionCost = Q(300), Index = new(Pay) }, 1.0, years: 2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("transaction_cost", 0, Nhs), Is.Zero);
            Assert.That(run.Year("transaction_cost", 1, Nhs), Is.EqualTo(330.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 1, Nhs), Is.EqualTo(330.0).Within(ThousandthOfAPenny));
        }
    }

    private static double Payment(Contract contract, double growth) => PlainEngine.Run(Paid(contract, growth)).Year("payment", 0, Care);

    private static Contract Alliance() =>
        new() { Form = ContractForm.Alliance, Target = Q(250_000), GainShare = Q(0.5), PainShare = Q(0.5) };

    /// <summary>The town with other terms for care; the index of pay rises from 100 to 110 to 121.</summary>
    private static Scenario Paid(Contract contract, double growth, int years = 1)
    {
        var town = Town(years) with
        {
            Prices = new() { Base = Start, Indices = [new() { Id = new(Pay), Levels = Path(100.0, 110.0, 121.0) }] },
        };
        return town.WithService(Care, service => service with
        {
            Contract = contract,
            Demand = service.Demand with { Growth = Path(growth) },
        });
    }

    /// <summary>Care is paid its cost today, and GBP 90 a contact in the pool.</summary>
    private static Scenario Replaced(int years) => Town(years)
        .WithService(Care, service => service with { Contract = service.Contract with { BreakCharge = Q(1_000) }, Budget = Q(240_000) })
        .WithOption(Pooled, place => place with
        {
            Governance = OnePool() with
            {
                Contracts = [new(new(Care), new() { Form = ContractForm.Tariff, Price = Q(90), TransactionCost = Q(300) })],
            },
        });
}
