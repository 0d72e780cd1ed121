using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>
/// What care costs its provider when a part of the cost stays: GBP 100 a contact, 200 a month today, a fifth of it fixed and half of it
/// held in wards.
/// </summary>
public sealed class OracleCostTests
{
    private const double Rounding = 1e-9;
    private const double ThousandthOfAPenny = 1e-5;

    [Test]
    public void A_ward_is_released_when_it_has_not_been_needed_for_its_time()
    {
        var run = PlainEngine.Run(Staying([1.0, 0.7], cost => cost with { BlocksOf = Q(0.25), ReleasedAfter = 0.25 }));

        // 140 of 200 need three wards of 50. The fourth is held for two months more: GBP 100 x (40 + 100 + 42), then x (40 + 75 + 42).
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("provider_cost", 0, 11, Care), Is.EqualTo(20_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("provider_cost", 1, 0, Care), Is.EqualTo(18_200.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("provider_cost", 1, 1, Care), Is.EqualTo(18_200.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("provider_cost", 1, 2, Care), Is.EqualTo(15_700.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void What_is_avoided_is_cash_capacity_or_stranded()
    {
        var run = PlainEngine.Run(Staying([1.0, 0.7], cost => cost with { BlocksOf = Q(0.25), ReleasedAfter = 0.25 }));

        // 60 contacts a month are GBP 6,000: 4,300 in cash, a fifth stranded, and 10 contacts' worth of a ward that is not full.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Fall(run, "full_cost"), Is.EqualTo(6_000.0).Within(ThousandthOfAPenny));
            Assert.That(Fall(run, "provider_cost"), Is.EqualTo(4_300.0).Within(ThousandthOfAPenny));
            Assert.That(Fall(run, "full_cost_fixed"), Is.EqualTo(1_200.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Before_the_first_step_the_peak_was_held()
    {
        var run = PlainEngine.Run(Staying([0.7], cost => cost with { BlocksOf = Q(0.25), ReleasedAfter = 0.25 }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("provider_cost", 0, 1, Care), Is.EqualTo(18_200.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("provider_cost", 0, 2, Care), Is.EqualTo(15_700.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Capacity_is_laid_out_for_the_busiest_month()
    {
        var town = Staying([1.0], cost => cost).WithService(Care, service =>
            service with { Demand = service.Demand with { Season = [1.5, 0.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] } });

        var run = PlainEngine.Run(town);

        // 300 are held in April, 100 in May: 40 + 100 x 1 + 90, 40 + 100 x 1/3 + 30
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("provider_cost", 0, 0, Care), Is.EqualTo(23_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("provider_cost", 0, 1, Care), Is.EqualTo(31_000.0 / 3.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_forecast_has_the_wards_that_were_held_last()
    {
        var run = PlainEngine.Run(Staying([0.7, 0.8], cost => cost with { BlocksOf = Q(0.25) }));

        // First year: full. Then twelve times 100 x (40 + 75 + 42), though it will be 160 a month and four wards.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budget", 0, Care), Is.EqualTo(240_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("budget", 1, Care), Is.EqualTo(188_400.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("provider_cost", 1, 0, Care), Is.EqualTo(18_800.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Cost_may_be_laid_out_for_another_volume_than_todays()
    {
        var run = PlainEngine.Run(Town().WithService(Care, service =>
            service with { Cost = service.Cost with { Fixed = Q(0.5), Volume = Q(3_600), Charges = Q(0.1) } }));

        // Half of 300 and half of 200; users pay a tenth of what it costs.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("provider_cost", 0, 0, Care), Is.EqualTo(25_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("charges", 0, 0, Care), Is.EqualTo(2_500.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("payment", 0, 0, Care), Is.EqualTo(22_500.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Where_nothing_is_done_today_all_cost_is_variable()
    {
        var town = Town()
            .WithService(Help, service => service with { Budget = Q(0), Cost = service.Cost with { Fixed = Q(0.5) } })
            .WithOption("begins", place => place.WithService(Help, service => service with { Budget = Q(12_000) }));

        Assert.That(PlainEngine.Run(town, "begins").Get("delivered", 0, 0, Help), Is.EqualTo(100.0).Within(Rounding));
    }

    [Test]
    public void In_places_cost_is_laid_out_for_the_people_in_them()
    {
        var town = Town().WithService(Care, service => service with
        {
            Places = new() { Stay = Q(0.5) },
            Demand = new() { Rates = [null, Q(1.2)] },
            AtStart = new() { InPlaces = Q(60) },
            Cost = service.Cost with { Unit = Q(12_000), Fixed = Q(0.5) },
        });

        var run = PlainEngine.Run(town);

        // 60 - 10 + 20 are in it after the first month: GBP 1,000 x (30 + 35)
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("provider_cost", 0, 0, Care), Is.EqualTo(65_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Get("full_cost", 0, 0, Care), Is.EqualTo(70_000.0).Within(ThousandthOfAPenny));
        }
    }

    private static double Fall(PlainResult run, string measure) => run.Get(measure, 0, 11, Care) - run.Get(measure, 1, 2, Care);

    /// <summary>Care, asked so much of today's in each year.</summary>
    private static Scenario Staying(double[] growth, Func<UnitCost, UnitCost> cost) =>
        Town(growth.Length)
            .WithService(Care, service =>
                service with
                {
                    Demand = service.Demand with { Growth = Path(growth) },
                    Cost = cost(service.Cost with { Fixed = Q(0.2), SemiFixed = Q(0.5) }),
                }
            );
}
