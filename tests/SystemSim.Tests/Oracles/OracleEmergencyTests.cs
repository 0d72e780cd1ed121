using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>
/// Section 114 notices of a council that pays for help and care out of GBP 264,000, of which care takes 24,000 more than forecast. Its
/// emergency level is 0.4.
/// </summary>
public sealed class OracleEmergencyTests
{
    private const double Rounding = 1e-9;
    private const double ThousandthOfAPenny = 1e-5;

    // 264,000 and 24,000 are forecast after a month; 30,000 of reserves would do.
    [TestCase(10_000.0, 80.0, 1.0)]
    [TestCase(30_000.0, 200.0, 0.0)]
    public void A_notice_is_issued_when_money_and_reserves_will_not_do(double reserves, double helped, double notices)
    {
        var run = PlainEngine.Run(Overspent(reserves));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Help), Is.EqualTo(200.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 1, Help), Is.EqualTo(helped).Within(Rounding));
            Assert.That(run.Year("section_114", 0, Council), Is.EqualTo(notices));
        }
    }

    [Test]
    public void Reserves_below_their_floor_are_not_there()
    {
        var town = Overspent(30_000).WithBody(Council, body => body with { Reserves = body.Reserves! with { Floor = Q(10_000) } });

        Assert.That(PlainEngine.Run(town).Year("section_114", 0, Council), Is.EqualTo(1.0));
    }

    [Test]
    public void A_floor_holds_in_an_emergency()
    {
        var town = Overspent(10_000).WithService(Help, service => service with { Floor = Path(12_000.0) });

        Assert.That(PlainEngine.Run(town).Get("delivered", 0, 1, Help), Is.EqualTo(100.0).Within(Rounding));
    }

    [Test]
    public void A_brake_comes_on_top_of_an_emergency()
    {
        var town = Overspent(10_000).WithFund(Council, fund => fund with { InYear = new() { Brake = Q(0.5) } });

        // 0.4 x 2,000, halved
        Assert.That(PlainEngine.Run(town).Get("delivered", 0, 1, Help), Is.EqualTo(40.0).Within(Rounding));
    }

    [Test]
    public void A_year_that_balances_ends_it()
    {
        var town = Overspent(20_000, 1.1, 0.9);

        var run = PlainEngine.Run(town);

        // 10,800 overspent are met from reserves: no gap, but no balance either. Then care takes 48,000 less than forecast.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("reserves", 0, Council), Is.EqualTo(9_200.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("section_114", 0, Council), Is.EqualTo(1.0));
            Assert.That(run.Year("section_114", 1, Council), Is.Zero);
        }
    }

    // GBP 2,000 of 24,000 overspent are the council's, which has no reserves; nothing of it shows before the year ends.
    [TestCase(true, 9_600.0)]
    [TestCase(false, 24_000.0)]
    public void A_gap_brings_a_notice_that_cuts_contributions_where_agreed(bool isCut, double contribution)
    {
        var town = Town(years: 2)
            .WithService(Care, service => service with { Budget = Q(240_000), Demand = service.Demand with { Growth = Path(1.1) } })
            .WithBody(Council, body => body with { EmergencyLevel = Q(0.4) })
            .WithOption(Pooled, place => place with
            {
                Governance = OnePool(terms: pool => pool with
                {
                    Contributions = [pool.Contributions[0] with { CutInEmergency = isCut }, pool.Contributions[1]],
                }),
            });

        var run = PlainEngine.Run(town, Pooled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("deficit", 0, Council), Is.EqualTo(24_000.0 / 11.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("section_114", 0, Council), Is.EqualTo(1.0));
            Assert.That(run.Year("contribution", 0, "council|pool"), Is.EqualTo(24_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("contribution", 1, "council|pool"), Is.EqualTo(contribution).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_gap_that_is_carried_keeps_it()
    {
        var town = Town(years: 2).WithBody(Council, body => body with
        {
            EmergencyLevel = Q(0.4),
            BroughtForward = Q(1_000),
            Repays = Q(0.5),
            Income = [new("income", Path(30_000.0))],
        });

        // 1,000, 500, 250 are owed, though every year balances.
        Assert.That(PlainEngine.Run(town).Year("section_114", 1, Council), Is.EqualTo(1.0));
    }

    [Test]
    public void Without_an_emergency_level_there_are_no_notices()
    {
        var run = PlainEngine.Run(Overspent(10_000).WithBody(Council, body => body with { EmergencyLevel = null }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 1, Help), Is.EqualTo(200.0).Within(Rounding));
            Assert.That(run.TryGet("section_114", 0, null, Council, out _), Is.False);
        }
    }

    private static Scenario Overspent(double reserves, params double[] growth) => Town(Math.Max(1, growth.Length))
        .WithBody(Council, body => body with
        {
            Income = [new("income", Path(264_000.0))],
            Reserves = new() { General = Q(reserves) },
            EmergencyLevel = Q(0.4),
        })
        .WithService(Care, service => service with
        {
            Budget = Q(240_000),
            Demand = service.Demand with { Growth = growth.Length == 0 ? Path(1.1) : Path(growth) },
        })
        .With(place => place with { Governance = Silos(OwnFund(Council, Help, Care), OwnFund(Nhs)) });
}
