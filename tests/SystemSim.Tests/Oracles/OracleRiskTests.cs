using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>Who bears GBP 24,000 by which care overspends in a pool: the council, which pays in one part, or the NHS, which pays in
/// ten.</summary>
public sealed class OracleRiskTests
{
    private const double ThousandthOfAPenny = 1e-5;

    // 13,000 first, then a part in eleven of 11,000; or all
    [TestCase(13_000.0, 14_000.0)]
    [TestCase(30_000.0, 24_000.0)]
    public void The_host_leads_with_its_slice(double slice, double council)
    {
        var terms = new EndOfYear { RiskShare = RiskShare.LeadFirst, Slice = Path(slice) };

        AssertShares(Overspent(terms), council, 24_000.0 - council);
    }

    [Test]
    public void What_is_above_a_cap_goes_to_those_below_theirs() =>
        AssertShares(Overspent(new() { Caps = [new(new(Nhs), Path(12_000.0))] }), 12_000.0, 12_000.0);

    // The host bears what nobody below a cap is there to bear.
    [TestCase(Council, 12_000.0, 12_000.0)]
    [TestCase(Nhs, 3_000.0, 21_000.0)]
    public void Where_everybody_is_capped_the_host_bears_the_rest(string host, double council, double nhs)
    {
        var terms = new EndOfYear { Caps = [new(new(Council), Path(3_000.0)), new(new(Nhs), Path(12_000.0))] };

        AssertShares(Overspent(terms, pool => pool with { Host = new(host) }), council, nhs);
    }

    [Test]
    public void A_cap_holds_for_a_slice_too() =>

        // 13,000 and 1,000, of which 5,000 at most
        AssertShares(
            Overspent(new() { RiskShare = RiskShare.LeadFirst, Slice = Path(13_000.0), Caps = [new(new(Council), Path(5_000.0))] }),
            5_000.0,
            19_000.0);

    // 24,000, or what the risk reserve leaves of them
    [TestCase(0.0, 24_000.0)]
    [TestCase(4_000.0, 20_000.0)]
    public void What_is_excluded_is_borne_by_who_brought_it_in(double reserve, double nhs) =>
        AssertShares(Overspent(new() { Excluded = [new(Care)], RiskReserve = Q(reserve) }), 0.0, nhs);

    // The council brings care in, and the NHS owns its fence: nothing of care is the council's, and help is not overspent.
    [TestCase(RiskShare.Proportional, 1_000.0 / 11.0)]
    [TestCase(RiskShare.EachItsOwn, 1_000.0 / 11.0)]
    public void What_is_fenced_to_another_decides_nothing_of_the_rest(RiskShare rule, double council)
    {
        var town = Overspent(new() { RiskShare = rule, Excluded = [new(Care)] }, pool =>
                pool with
                {
                    BroughtIn = [new(new(Help), new(Council)), new(new(Care), new(Council))],
                    RingFenced = [new(new(Care), new(Nhs))],
                    Running = Path(1_000.0),
                    Contributions =
                    [
                        .. pool.Contributions.Select(paid =>
                            paid with
                            {
                                Follow = Follow.Amounts,
                                Amounts = Path(paid.Partner.Name == Nhs ? 240_000.0 : 24_000.0),
                            }
                        ),
                    ],
                }
            )
            .WithService(Help, service => service with { Floor = Path(24_000.0) });

        AssertShares(town, council, 1_000.0 - council);
    }

    // Running the pool leaves 2,200 too little for help's floor: set aside is less than nothing, and that is borne by weights too.
    [TestCase(RiskShare.Proportional)]
    [TestCase(RiskShare.EachItsOwn)]
    public void What_is_left_of_an_overspend_is_shared(RiskShare rule)
    {
        var terms = new EndOfYear { RiskShare = rule, Excluded = [new(Care)] };
        var town = Overspent(terms, pool => pool with { Running = Path(2_200.0) })
            .WithService(Help, service => service with { Floor = Path(24_000.0) });

        AssertShares(town, 200.0, 26_000.0);
    }

    [Test]
    public void Reserves_for_overspends_come_first()
    {
        var town = Overspent(new() { Shares = [new(new(Nhs), Q(1.0))] }).WithBody(Nhs, body => body with
        {
            Reserves = new() { General = Q(10_000), Floor = Q(4_000), Earmarked = [ForPools(5_000)] },
        });

        var run = PlainEngine.Run(town, Pooled);

        // 24,000: 5,000, then 6,000 above the floor; 13,000 are carried.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("earmarked_reserves", 0, "nhs|pools"), Is.Zero.Within(ThousandthOfAPenny));
            Assert.That(run.Year("reserves", 0, Nhs), Is.EqualTo(4_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 0, Nhs), Is.EqualTo(13_000.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("position", 0, Nhs), Is.EqualTo(-9_000.0).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void Reserves_for_overspends_meet_those_of_pools_alone()
    {
        var town = Overspent(new())
            .WithBody(Nhs, body => body with { Reserves = new() { General = Q(10_000), Earmarked = [ForPools(5_000)] } });

        var run = PlainEngine.Run(town, Siloed);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("earmarked_reserves", 0, "nhs|pools"), Is.EqualTo(5_000.0));
            Assert.That(run.Year("deficit", 0, Nhs), Is.EqualTo(14_000.0).Within(ThousandthOfAPenny));
        }
    }

    // Care is 24,000 over. General reserves have 6,000 above their floor, and the reserve for deficits 5,000.
    [TestCase("care, deficits, general", 7_000, 5_000, 6_000)]
    [TestCase("general, deficits, care", 7_000, 5_000, 6_000)]
    [TestCase("care, deficits, general", 20_000, 4_000, 0)]
    [TestCase("general, deficits, care", 20_000, 5_000, 6_000)]
    [TestCase("", 20_000, 4_000, 0)]
    public void Reserves_are_drawn_in_their_order(string order, double ofCare, double deficits, double general)
    {
        var town = Overspent(new()).WithBody(Nhs, body => body with
        {
            Reserves = new()
            {
                General = Q(10_000),
                Floor = Q(4_000),
                Earmarked =
                [
                    new() { Name = "care", Amount = Q(ofCare), Meets = ReservePurpose.Services, Services = [new(Care), new(Help)] },
                    new() { Name = "deficits", Amount = Q(5_000), Meets = ReservePurpose.Deficits },
                ],
                Order = [.. order.Split(", ", StringSplitOptions.RemoveEmptyEntries)],
            },
        });

        var run = PlainEngine.Run(town, Siloed);

        var care = Math.Min(ofCare, 24_000.0 - (order.StartsWith("general", StringComparison.Ordinal) ? deficits + general : 0.0));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("earmarked_reserves", 0, "nhs|care"), Is.EqualTo(ofCare - care).Within(ThousandthOfAPenny));
            Assert.That(run.Year("earmarked_reserves", 0, "nhs|deficits"), Is.EqualTo(5_000.0 - deficits).Within(ThousandthOfAPenny));
            Assert.That(run.Year("reserves", 0, Nhs), Is.EqualTo(10_000.0 - general).Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 0, Nhs), Is.EqualTo(24_000.0 - care - deficits - general).Within(ThousandthOfAPenny));
        }
    }

    [Test]
    public void What_a_pool_bears_is_no_overspend_of_a_service()
    {
        var town = Overspent(new() { Shares = [new(new(Nhs), Q(1.0))] })
            .WithBody(Nhs, body => body with
            {
                Reserves = new()
                {
                    General = Q(0),
                    Earmarked =
                        [
                            new()
                            {
                                Name = "care",
                                Amount = Q(9_000),
                                Meets = ReservePurpose.Services,
                                Services = [new(Care)],
                            },
                        ],
                }
            });

        var pooled = PlainEngine.Run(town, Pooled);
        var fenced = PlainEngine.Run(
            town.WithOption("fenced", place =>
                place with
                {
                    Governance = OnePool(terms: pool => pool with { RingFenced = [new(new(Care), new(Nhs))] }),
                }
            ),
            "fenced"
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(pooled.Year("earmarked_reserves", 0, "nhs|care"), Is.EqualTo(9_000.0));
            Assert.That(fenced.Year("earmarked_reserves", 0, "nhs|care"), Is.Zero);
        }
    }

    [Test]
    public void A_part_of_what_was_brought_forward_is_repaid()
    {
        var town = Town(years: 2).WithBody(Council, body => body with { BroughtForward = Q(1_000), Repays = Q(0.25) });

        var run = PlainEngine.Run(town);

        // 250 are missing from help, then a quarter of 750.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("budget", 0, Help), Is.EqualTo(23_750.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 0, Council), Is.EqualTo(750.0).Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 1, Council), Is.EqualTo(562.5).Within(ThousandthOfAPenny));
        }
    }

    // A gap of 2,000
    [TestCase(1_500.0, 1_500.0)]
    [TestCase(3_000.0, 2_000.0)]
    public void Leave_to_borrow_meets_a_gap_as_far_as_it_goes(double most, double drawn)
    {
        var town = Town().WithService(Help, service => service with { Floor = Path(24_000.0) }).WithBody(Council, body => body with
        {
            Income = [new("income", Path(22_000.0))],
            Capitalisation = new() { Limit = Path(most), Rate = Path(0.05), Over = 20 },
        });

        var run = PlainEngine.Run(town);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("borrowing", 0, Council), Is.EqualTo(drawn).Within(ThousandthOfAPenny));
            Assert.That(run.Year("debt", 0, Council), Is.EqualTo(drawn).Within(ThousandthOfAPenny));
            Assert.That(run.Year("deficit", 0, Council), Is.EqualTo(2_000.0 - drawn).Within(ThousandthOfAPenny));
            Assert.That(run.Year("position", 0, Council), Is.EqualTo(-2_000.0).Within(ThousandthOfAPenny));
        }
    }

    private static EarmarkedReserve ForPools(double amount) =>
        new()
        {
            Name = "pools",
            Amount = Q(amount),
            Meets = ReservePurpose.PoolOverspends,
        };

    private static void AssertShares(Scenario town, double council, double nhs)
    {
        var run = PlainEngine.Run(town, Pooled);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("risk_share", 0, "council|pool"), Is.EqualTo(council).Within(ThousandthOfAPenny));
            Assert.That(run.Year("risk_share", 0, "nhs|pool"), Is.EqualTo(nhs).Within(ThousandthOfAPenny));
        }
    }

    private static Scenario Overspent(EndOfYear terms, Func<Pool, Pool>? change = null) => Town()
        .WithService(Care, service => service with { Budget = Q(240_000), Demand = service.Demand with { Growth = Path(1.1) } })
        .WithOption(Pooled, place => place with
        {
            Governance = OnePool(terms: pool => (change ?? (same => same))(pool with { EndOfYear = terms })),
        });
}
