using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

public sealed class OracleServiceTests
{
    private const double Rounding = 1e-9;

    [Test]
    public void A_waiting_list_balances()
    {
        var run = PlainEngine.Run(Short(waits: 0.5, reneges: 0.2));

        // 200 asked, 150 delivered, 25 wait. Then 5 of them give up: 220 asked, 70 unmet, the 20 wait on and of 50 more 25 do; 25 leave
        // beside the 5.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("waiting", 0, 0, Care), Is.EqualTo(25.0).Within(Rounding));
            Assert.That(run.Get("left", 0, 0, Care), Is.EqualTo(25.0).Within(Rounding));
            Assert.That(run.Get("asked", 0, 1, Care), Is.EqualTo(220.0).Within(Rounding));
            Assert.That(run.Get("waiting", 0, 1, Care), Is.EqualTo(45.0).Within(Rounding));
            Assert.That(run.Get("left", 0, 1, Care), Is.EqualTo(30.0).Within(Rounding));
        }
    }

    // Left before the start: settled, 50 a month; or as stated, 120 a year.
    [TestCase(null, 20.0)]
    [TestCase(120.0, 4.0)]
    public void Who_leaves_asks_elsewhere_in_the_next_step(double? left, double diverted)
    {
        var run = PlainEngine.Run(Short(waits: 0.0, reneges: 0.0).WithService(Care, service => service with
        {
            AtStart = new() { Left = left is { } stated ? Q(stated) : null },
            Unmet = service.Unmet! with { Diverts = [new() { To = new(Help), Ratio = Q(0.4) }] },
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("diverted", 0, 0, Help), Is.EqualTo(diverted).Within(Rounding));
            Assert.That(run.Get("diverted", 0, 1, Help), Is.EqualTo(20.0).Within(Rounding));
        }
    }

    [Test]
    public void Going_without_raises_moves_in_the_same_step_and_demand_in_the_next()
    {
        var town = Short(waits: 0.0, reneges: 0.0)
            .WithPeople(people => people with { Moves = [Chances(Well, (Ill, 0.01)) with { Over = 1.0 / 12.0 }] })
            .WithService(Care, service => service with
            {
                AtStart = new() { Left = Q(0) },
                Unmet = service.Unmet! with
                {
                    Harms =
                    [
                        Harm(new Target.Move(Well, Ill), 0.6, peoplePerUnit: 5),
                        Harm(new Target.DemandFor(new(Help)), 1.0, peoplePerUnit: 5),
                    ],
                },
            });

        var run = PlainEngine.Run(town);

        // 50 leave, which 250 of 1,000 go without: 800 x 1% x 1.15 move. Help is asked 200 at first, then 1.25 times by each of 209.2.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("people", 0, 0, "town|all|ill"), Is.EqualTo(209.2).Within(Rounding));
            Assert.That(run.Get("asked", 0, 0, Help), Is.EqualTo(200.0).Within(Rounding));
            Assert.That(run.Get("asked", 0, 1, Help), Is.EqualTo(261.5).Within(Rounding));
        }
    }

    // GBP 2,000 a month buy 200 contacts; 100 are asked in April, 300 in May.
    [TestCase(false, 300.0)]
    [TestCase(true, 200.0)]
    public void What_a_month_does_not_spend_carries_or_lapses(bool lapses, double may)
    {
        var town = Town().WithService(Help, service => service with
        {
            Demand = service.Demand with { Season = [0.5, 1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
        }).WithFund(Council, fund => fund with { InYear = new() { UnspentLapses = lapses } });

        Assert.That(PlainEngine.Run(town).Get("delivered", 0, 1, Help), Is.EqualTo(may).Within(Rounding));
    }

    [Test]
    public void A_profile_says_when_a_budget_may_be_spent()
    {
        var town = Town().WithFund(Council, fund => fund with
        {
            InYear = new() { Profile = [0.05, 0.05, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.05, 0.05] },
        });

        // 5% of GBP 24,000 at GBP 10
        Assert.That(PlainEngine.Run(town).Get("delivered", 0, 0, Help), Is.EqualTo(120.0).Within(Rounding));
    }

    [Test]
    public void A_shared_capacity_serves_what_is_statutory_first()
    {
        var run = PlainEngine.Run(Sharing(LimitKind.Capacity, 3_600.0));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Care), Is.EqualTo(200.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 0, Help), Is.EqualTo(100.0).Within(Rounding));
        }
    }

    [TestCase(0, 150.0)]
    [TestCase(1, 200.0)]
    public void Services_of_one_class_share_in_proportion_to_what_they_want(int priorityOfCare, double help)
    {
        var town = Sharing(LimitKind.Capacity, 3_600.0).WithService(Care, service => service with
        {
            Duty = Duty.Discretionary,
            Priority = priorityOfCare,
        });

        Assert.That(PlainEngine.Run(town).Get("delivered", 0, 0, Help), Is.EqualTo(help).Within(Rounding));
    }

    [Test]
    public void Shared_money_goes_where_it_is_wanted()
    {
        var town = Town().With(place => place with
        {
            Services =
            [
                Contacts(Help, Duty.Discretionary, Council, 12.0, 10.0) with { Budget = Q(12_000) },
                Contacts("walks", Duty.Discretionary, Council, 3.0, 10.0) with { Budget = Q(12_000) },
                place.Services[1],
            ],
            Limits = [new() { Id = new("purse"), Kind = LimitKind.Money, Services = [new(Help), new("walks")] }],
        }).WithFund(Council, fund => fund with { Pays = [new(Help), new("walks")] });

        var run = PlainEngine.Run(town);

        // GBP 2,000 a month for 200 + 50 contacts of GBP 10: four in five of each
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Help), Is.EqualTo(160.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 0, "walks"), Is.EqualTo(40.0).Within(Rounding));
        }
    }

    [Test]
    public void A_short_stay_takes_bed_days_of_capacity_and_cost()
    {
        var town = Town().WithService(Care, service => service with { ShortStayDays = Q(5), Capacity = new() { Amount = Path(6_000.0) } });

        var run = PlainEngine.Run(town);

        // 500 bed-days a month are 100 admissions, at GBP 100 a bed-day.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Care), Is.EqualTo(100.0).Within(Rounding));
            Assert.That(run.Get("volume", 0, 0, Care), Is.EqualTo(500.0).Within(Rounding));
            Assert.That(run.Get("provider_cost", 0, 0, Care), Is.EqualTo(50_000.0).Within(1e-6));
        }
    }

    [Test]
    public void Capacity_grows_towards_what_is_asked_no_faster_than_it_may()
    {
        var town = Town().WithService(Care, service => service with
        {
            Capacity = new() { Amount = Path(1_200.0), Target = CapacityTarget.Asked, GrowsAtMost = Q(0.12) },
        });

        var run = PlainEngine.Run(town);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Care), Is.EqualTo(100.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 1, Care), Is.EqualTo(101.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 2, Care), Is.EqualTo(102.01).Within(Rounding));
        }
    }

    [Test]
    public void A_referral_arrives_in_the_same_step_or_after_its_lag()
    {
        var town = Town().WithService(Help, service => service with
        {
            Demand = service.Demand with { Season = [0.5, 1.5, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1] },
            Referrals = [new() { To = new(Care), Share = Q(0.1) }, new() { To = new(Care), Share = Q(0.2), After = 1.0 / 12.0 }],
        });

        var run = PlainEngine.Run(town);

        // April: 10% of 100 and 20% of the 200 of before; May: 10% of 300 and 20% of 100
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("referred", 0, 0, Care), Is.EqualTo(50.0).Within(Rounding));
            Assert.That(run.Get("referred", 0, 1, Care), Is.EqualTo(50.0).Within(Rounding));
            Assert.That(run.Get("referred", 0, 2, Care), Is.EqualTo(80.0).Within(Rounding));
        }
    }

    [Test]
    public void Services_that_refer_to_each_other_in_the_same_step_are_refused()
    {
        var town = Town().WithService(Help, service => service with { Referrals = [new() { To = new(Care), Share = Q(0.1) }] })
            .WithService(Care, service => service with { Referrals = [new() { To = new(Help), Share = Q(0.1) }] });

        Assert.That(() => PlainEngine.Run(town), Throws.InstanceOf<PlainEngineException>());
    }

    [Test]
    public void Contacts_come_with_the_latest_moves()
    {
        var town = Town().WithPeople(people => people with { Moves = [Chances(Well, (Ill, 0.01)) with { Over = 1.0 / 12.0 }] })
            .WithService(Help, service => service with
            {
                Demand = new() { Rates = [null, null], PerMove = [new() { From = Well, To = Ill, Contacts = Q(2.0) }] },
            });

        var run = PlainEngine.Run(town);

        // The step before the first is taken to be like the first: 8 of 800 moved. Then 8 did, then 1% of 792.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("need_led", 0, 0, Help), Is.EqualTo(16.0).Within(Rounding));
            Assert.That(run.Get("need_led", 0, 1, Help), Is.EqualTo(16.0).Within(Rounding));
            Assert.That(run.Get("need_led", 0, 2, Help), Is.EqualTo(15.84).Within(Rounding));
        }
    }

    [Test]
    public void A_quarter_has_the_mean_season_of_its_months()
    {
        var town = Town(stepsPerYear: 4).WithService(Care, service => service with
        {
            Demand = service.Demand with { Season = [0.4, 0.5, 0.6, 1.5, 1.5, 1.5, 1, 1, 1, 1, 1, 1] },
        });

        var run = PlainEngine.Run(town);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("asked", 0, 0, Care), Is.EqualTo(300.0).Within(Rounding));
            Assert.That(run.Get("asked", 0, 1, Care), Is.EqualTo(900.0).Within(Rounding));
        }
    }

    [Test]
    public void Going_without_lengthens_a_stay_in_the_next_step()
    {
        var town = Short(waits: 0.0, reneges: 0.0)
            .WithService(Care, service => service with
            {
                AtStart = new() { Left = Q(0) },
                Unmet = service.Unmet! with { Harms = [Harm(new Target.StayIn(new(Help)), 1.0, peoplePerUnit: 12)] },
            })
            .WithService(Help, service => service with { Duty = Duty.Statutory, ShortStayDays = Q(2) });

        var run = PlainEngine.Run(town);

        // 200 x 2 bed-days; then a quarter more: 50 leave, which 600 of the 2,400 who come in a year go without
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("volume", 0, 0, Help), Is.EqualTo(400.0).Within(Rounding));
            Assert.That(run.Get("volume", 0, 1, Help), Is.EqualTo(500.0).Within(Rounding));
        }
    }

    [Test]
    public void Capacity_may_follow_what_the_budget_buys()
    {
        var town = Town().WithService(Help, service => service with
        {
            Budget = Q(18_000),
            Capacity = new() { Amount = Path(1_200.0), Target = CapacityTarget.Budget },
        });

        var run = PlainEngine.Run(town);

        // GBP 1,500 a month buy 150. The 500 that the first month could not spend is carried, so that the third can give 200.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Help), Is.EqualTo(100.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 1, Help), Is.EqualTo(150.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 2, Help), Is.EqualTo(200.0).Within(Rounding));
        }
    }

    [Test]
    public void An_option_starts_with_the_capacity_of_today()
    {
        var town = Short(waits: 0.0, reneges: 0.0)
            .WithOption("more", place => place.WithService(Care, service => service with { Capacity = new() { Amount = Path(2_400.0) } }));

        var run = PlainEngine.Run(town, "more");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("delivered", 0, 0, Care), Is.EqualTo(150.0).Within(Rounding));
            Assert.That(run.Get("delivered", 0, 1, Care), Is.EqualTo(200.0).Within(Rounding));
        }
    }

    [Test]
    public void A_capacity_that_only_an_option_has_binds_from_the_first_step()
    {
        var town = Town()
            .WithOption("less", place => place.WithService(Care, service => service with { Capacity = new() { Amount = Path(1_800.0) } }));

        var run = PlainEngine.Run(town, "less");

        Assert.That(run.Get("delivered", 0, 0, Care), Is.EqualTo(150.0).Within(Rounding));
        Assert.That(EngineRun.Of(town).Find("less", "delivered", Start, 0, Care), Is.EqualTo(150.0).Within(Rounding));
    }

    [Test]
    public void Shared_money_pays_for_what_is_statutory_first()
    {
        var town = Town()
            .WithBody(Nhs, body => body with { Income = [new("income", Path(264_000.0))] })
            .WithService(Help, service => service with { Budget = Q(24_000) })
            .WithService(Care, service => service with { Budget = Q(240_000), Demand = service.Demand with { Growth = Path(1.05) } })
            .With(place => place with
            {
                Governance = Silos(OwnFund(Council), OwnFund(Nhs, Help, Care)),
                Limits = [new() { Id = new("purse"), Kind = LimitKind.Money, Services = [new(Help), new(Care)] }],
            });

        var run = PlainEngine.Run(town);

        // GBP 22,000 a month, of which care takes 21,000
        Assert.That(run.Get("delivered", 0, 0, Help), Is.EqualTo(100.0).Within(1e-7));
    }

    [Test]
    public void Who_wants_nothing_of_a_limit_gets_nothing_even_when_less_than_nothing_is_left()
    {
        var town = Town();
        double[] wanted = [0.0, 0.0];

        PlainSharing.Divide(new(town, town.BaselineOption.Place), [0, 1], -1e-13, _ => 1.0, wanted);

        Assert.That(wanted, Has.All.Zero);
    }

    private static Scenario Short(double waits, double reneges) => Town().WithService(Care, service => service with
    {
        Capacity = new() { Amount = Path(1_800.0) },
        Unmet = new() { Waits = Q(waits), Reneges = Q(reneges), RenegesOver = 1.0 / 12.0 },
    });

    private static Harm Harm(Target on, double more, double peoplePerUnit) =>
        new() { On = on, Sensitivity = Q(more), Lasts = Q(1), PeoplePerUnit = Q(peoplePerUnit) };

    private static Scenario Sharing(LimitKind kind, double amount) => Town().With(place => place with
    {
        Limits = [new() { Id = new("shared"), Kind = kind, Amount = Path(amount), Services = [new(Help), new(Care)] }],
    });
}
