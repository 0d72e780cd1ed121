using System.Collections.Immutable;
using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>The town's two services in one pool: GBP 24,000 and GBP 240,000 paid in, care asked a tenth more than forecast.</summary>
public sealed class OraclePoolTests
{
    private const double ThousandthOfAPenny = 1e-5;

    [Test]
    public void Partners_bear_an_overspend_in_proportion_to_what_they_paid_in()
    {
        var run = PlainEngine.Run(Overspent(), Pooled);

        // 24,000, of which one part in eleven is the council's
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("contribution", 0, "council|pool"), Is.EqualTo(24_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("risk_share", 0, "council|pool"), Is.EqualTo(24_000.0 / 11.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("risk_share", 0, "nhs|pool"), Is.EqualTo(240_000.0 / 11.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("spend", 0, Council), Is.EqualTo(24_000.0 + (24_000.0 / 11.0)).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Partners_bear_an_overspend_by_stated_shares()
    {
        var run = PlainEngine.Run(Overspent(pool => pool with
        {
            EndOfYear = new() { Shares = [new(new(Council), Q(0.5)), new(new(Nhs), Q(0.5))] },
        }), Pooled);

        Assert.That(run.Year("risk_share", 0, "council|pool"), Is.EqualTo(12_000.0).Within(ThousandthOfAPenny));
    }

    [Test]
    public void Each_its_own_lays_an_overspend_on_who_brought_the_service_in()
    {
        var run = PlainEngine.Run(Overspent(pool => pool with { EndOfYear = new() { RiskShare = RiskShare.EachItsOwn } }), Pooled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("risk_share", 0, "council|pool"), Is.Zero);
            Assert.That(run.Year("risk_share", 0, "nhs|pool"), Is.EqualTo(24_000.0).Within(ThousandthOfAPenny));
        }
    }

    // Help is asked for GBP 14,000 of its 24,000: the pool is 14,000 over, or 4,000 under where care is asked less.
    [TestCase(1.1, 24_000.0)]
    [TestCase(1.025, 6_000.0)]
    public void Where_each_bears_its_own_a_partner_keeps_what_it_has_not_spent(double asked, double nhs)
    {
        var run = PlainEngine.Run(EachItsOwn(asked, new() { RiskShare = RiskShare.EachItsOwn }), Pooled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("risk_share", 0, "council|pool"), Is.Zero);
            Assert.That(run.Year("shared_underspend", 0, "council|pool"), Is.EqualTo(10_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("risk_share", 0, "nhs|pool"), Is.EqualTo(nhs).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Where_each_bears_its_own_the_risk_reserve_meets_the_overspender()
    {
        var terms = new EndOfYear { RiskShare = RiskShare.EachItsOwn, RiskReserve = Q(5_000), Kept = Q(0.25), Returned = Q(0.5) };

        var run = PlainEngine.Run(EachItsOwn(1.025, terms), Pooled);

        // 5,000 of 6,000; of the council's 10,000 a quarter is kept, a half returned.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("risk_share", 0, "nhs|pool"), Is.EqualTo(1_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("shared_underspend", 0, "council|pool"), Is.EqualTo(2_500.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("returned", 0, PoolFund), Is.EqualTo(5_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("reserves", 0, PoolFund), Is.EqualTo(2_500.0).Within(ThousandthOfAPenny));
        }
    }

    // The council has 1,500 above its floor, and pays a part in eleven; or half.
    [TestCase(null, 1_000.0, 0.0)]
    [TestCase(0.5, 5_500.0, 4_000.0)]
    public void Partners_pay_a_risk_reserve_in_from_general_reserves_first(double? stated, double council, double missing)
    {
        ImmutableArray<PartnerShare> shares = stated is { } half ? [new(new(Council), Q(half)), new(new(Nhs), Q(half))] : [];
        var town = Overspent(pool => pool with { EndOfYear = new() { RiskReserve = Q(11_000), Shares = shares } })
            .WithBody(Council, body => body with { Reserves = new() { General = Q(2_000), Floor = Q(500) } });

        var run = PlainEngine.Run(town, Pooled);

        // 13,000 of the overspend are left to be shared; the council is short of its share of them and of what reserves did not give.
        var risk = 13_000.0 * (stated ?? 1.0 / 11.0);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("into_risk_reserve", 0, "council|pool"), Is.EqualTo(council).Within(ThousandthOfAPenny));
            Assert.That(run.Year("risk_share", 0, "council|pool"), Is.EqualTo(risk).Within(ThousandthOfAPenny));
            Assert.That(run.Year("position", 0, Council), Is.EqualTo(2_000.0 - council - risk).Within(ThousandthOfAPenny));
            Assert.That(
                run.Year("deficit", 0, Council),
                Is.EqualTo(Math.Max(0.0, missing + risk - Math.Max(0.0, 1_500.0 - council))).Within(ThousandthOfAPenny)
            );
        }
    }

    [Test]
    public void The_risk_reserve_comes_before_the_partners()
    {
        var run = PlainEngine.Run(Overspent(pool => pool with { EndOfYear = new() { RiskReserve = Q(2_000) } }), Pooled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("reserves", 0, PoolFund), Is.Zero);
            Assert.That(run.Year("risk_share", 0, "council|pool"), Is.EqualTo(2_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void A_ring_fenced_overspend_is_its_owners()
    {
        var run = PlainEngine.Run(Overspent(pool => pool with { RingFenced = [new(new(Care), new(Nhs))] }), Pooled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("ring_fence", 0, "nhs|pool"), Is.EqualTo(-24_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("risk_share", 0, "council|pool"), Is.Zero.Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 0, Nhs), Is.EqualTo(24_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void An_underspend_is_kept_returned_and_shared()
    {
        var town = Overspent(pool => pool with { EndOfYear = new() { Kept = Q(0.25), Returned = Q(0.25) } })
            .WithService(Care, service => service with { Demand = service.Demand with { Growth = Path(0.9) } });

        var run = PlainEngine.Run(town, Pooled);

        // 24,000: 6,000 each kept and returned; of the other 12,000 one part in eleven is the council's
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("reserves", 0, PoolFund), Is.EqualTo(6_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("returned", 0, PoolFund), Is.EqualTo(6_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("shared_underspend", 0, "council|pool"), Is.EqualTo(12_000.0 / 11.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Contributions_follow_own_income()
    {
        var town = Town(years: 2).WithBody(Council, body => body with { Income = [new("income", Path(24_000.0, 26_400.0))] })
            .WithOption(Pooled, place => place with { Governance = OnePool() });

        var run = PlainEngine.Run(town, Pooled);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("contribution", 1, "council|pool"), Is.EqualTo(26_400.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("contribution", 1, "nhs|pool"), Is.EqualTo(240_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Contributions_may_be_shares_of_an_agreed_total()
    {
        var town = Town(years: 2).WithOption(Pooled, place => place with
        {
            Governance = OnePool(terms: pool => pool with
            {
                Total = Path(300_000.0, 310_000.0),
                Contributions =
                [
                    new() { Partner = new(Council), Follow = Follow.Share, Share = Q(0.1) },
                    new() { Partner = new(Nhs), Follow = Follow.Share, Share = Q(0.9) },
                ],
            }),
        });

        Assert.That(PlainEngine.Run(town, Pooled).Year("contribution", 1, "nhs|pool"), Is.EqualTo(279_000.0).Within(ThousandthOfAPenny));
    }

    [Test]
    public void Setting_a_pool_up_costs_once_and_running_it_every_year()
    {
        var town = Town(years: 2).WithOption(Pooled, place => place with
        {
            Governance = OnePool(terms: pool => pool with { SetUp = Q(1_000), Running = Path(500.0) }),
        });

        var run = PlainEngine.Run(town, Pooled);

        // What it costs is missing from help, which is what money decides.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budget", 0, Help), Is.EqualTo(22_500.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("set_up", 1, PoolFund), Is.Zero);
            Assert.That(run.Year("running", 1, PoolFund), Is.EqualTo(500.0));
        }
    }

    [Test]
    public void A_pool_for_each_organisation_with_its_whole_fund_is_the_same_as_silos()
    {
        var town = Overspent().WithService(Help, service => service with { Budget = Q(15_000) });
        town = town with { Horizon = town.Horizon with { Years = 3 } };
        town = town.WithOption("apart", place => place with { Governance = PoolForEach() });

        var silos = PlainEngine.Run(town, Siloed);
        var pools = PlainEngine.Run(town, "apart");

        using (Assert.EnterMultipleScope())
        {
            foreach (var (measure, year, step, item, value) in silos.Rows.Where(row => !IsOfFund(row.Measure)))
            {
                Assert.That(pools.Get(measure, year, step, item), Is.EqualTo(value), $"{measure} of {item}, year {year}, step {step}");
            }
        }
    }

    // In a pool these go by the pool's name, not by the owner's.
    private static bool IsOfFund(string measure) => measure is "contingency" or "budgeted_gap" or "fund_money" or "share_of_money" or "raided";

    private static Arrangement PoolForEach() => new()
    {
        Id = new("apart"),
        Title = "A pool for each",
        Kind = GovernanceKind.Pooled,
        Funds = [OwnFund(Council), OwnFund(Nhs), PoolOf(Council, Help), PoolOf(Nhs, Care)],
    };

    private static Fund PoolOf(string partner, string service) => OwnFund($"{partner}_pool", service) with
    {
        Owner = null,
        Pool = new()
        {
            Host = new(partner),
            Contributions = [new() { Partner = new(partner), Follow = Follow.WholeFund }],
            BroughtIn = [new(new(service), new(partner))],
            EndOfYear = new(),
        },
    };

    private static Scenario EachItsOwn(double asked, EndOfYear terms) =>
        Overspent(pool => pool with { EndOfYear = terms })
            .WithService(Care, service => service with { Demand = service.Demand with { Growth = Path(asked) } })
            .WithService(Help, service =>
                service with
                {
                    Budget = Q(24_000),
                    Demand = service.Demand with { Growth = Path(14_000.0 / 24_000.0) },
                }
            );

    private static Scenario Overspent(Func<Pool, Pool>? terms = null) => Town()
        .WithService(Care, service => service with { Budget = Q(240_000), Demand = service.Demand with { Growth = Path(1.1) } })
        .WithOption(Pooled, place => place with { Governance = OnePool(terms: terms) });
}
