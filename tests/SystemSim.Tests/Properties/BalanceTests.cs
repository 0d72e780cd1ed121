using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>A model in balance stays in balance; a finer step changes little; ample money makes governance a matter of names.</summary>
public sealed class BalanceTests
{
    private const double Agreement = 1e-9;

    [Test]
    public void A_model_in_balance_stays_in_balance([Values(Counting.Start, Counting.Mid, Counting.End)] Counting counting)
    {
        var scenario = InBalance(counting);
        var run = EngineRun.Of(scenario);
        Assert.That(run.Broken, Is.Null);
        string[] steady = ["people", "asked", "delivered", "failure_demand", "referred", "diverted", "in_places", "payment", "left"];

        foreach (
            var ((option, measure, year, step, item), value) in run.Rows.Where(row =>
                row.Key.Step is not null && steady.Contains(row.Key.Measure)
            )
        )
        {
            var first = run.Find(option, measure, Start, 0, item);
            Assert.That(
                value,
                Is.EqualTo(first).Within(Agreement * Math.Max(1.0, Math.Abs(first ?? 0.0))),
                $"{measure} of {item} in {year}, step {step}"
            );
        }
    }

    [TestCase(0.0, 1.0)]
    [TestCase(0.5, 2.0)]
    [TestCase(0.8, 5.0)]
    public void Failure_demand_settles_at_need_over_what_does_not_fail(double share, double times)
    {
        var town = Town(years: 3).WithService(Care, service => service with
        {
            Failures = [new Failure { ReturnsTo = new ServiceId(Care), Share = Q(share), After = 1.0 / 12.0 }],
        });

        // 200 contacts a month are need.
        var run = EngineRun.Of(town);

        Assert.That(run.Find(Siloed, "asked", Start + 2, 11, Care), Is.EqualTo(200.0 * times).Within(1e-8));
    }

    [TestCase(12)]
    [TestCase(24)]
    public void Halving_the_step_moves_people_by_less_than_a_hundredth_and_ever_less(int stepsPerYear)
    {
        var coarse = Moved(stepsPerYear);
        var fine = Moved(stepsPerYear * 2);
        var finer = Moved(stepsPerYear * 4);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Math.Abs(fine - coarse), Is.LessThan(0.01 * fine).And.GreaterThan(0.0));
            Assert.That(Math.Abs(finer - fine), Is.LessThan(0.6 * Math.Abs(fine - coarse)));
        }
    }

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(24)]
    public void A_list_that_nobody_gives_up_on_is_the_same_by_any_step(int stepsPerYear)
    {
        var (waiting, left) = Waiting(stepsPerYear, reneges: null);

        // 2,400 ask and 1,800 are seen: nine in ten of the others wait.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(waiting, Is.EqualTo(540.0).Within(1e-9));
            Assert.That(left, Is.EqualTo(60.0).Within(1e-9));
        }
    }

    [Test]
    public void Halving_the_step_halves_how_far_a_list_is_from_that_of_no_step_at_all()
    {
        // A tenth of the list gives up a month while 540 a year join it: dW/dt = 540 - r W, with r = -12 ln 0.9.
        var rate = -12.0 * Math.Log(0.9);
        var limit = 540.0 / rate * (1.0 - Math.Exp(-rate));
        double[] errors = [.. Enumerable.Range(0, 4).Select(halved => Waiting(12 << halved, reneges: 0.1).Waiting - limit)];

        Assert.That(errors, Has.All.Positive);
        Assert.That(errors.Zip(errors.Skip(1), (coarse, fine) => coarse / fine), Has.All.EqualTo(2.0).Within(0.02));
    }

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(12)]
    [TestCase(48)]
    public void Whoever_comes_has_left_is_seen_or_waits_whatever_the_step(int stepsPerYear)
    {
        var (waiting, left) = Waiting(stepsPerYear, reneges: 0.1);

        Assert.That(waiting + left, Is.EqualTo(600.0).Within(1e-9));
    }

    [Test]
    public void Ten_visits_not_given_harm_ten_people()
    {
        // Ten of 100,000 ask for a clinic, which is closed. Going without raises deaths by a tenth: a hundredth of one more dies, of a
        // thousand.
        var town = Town(stepsPerYear: 1)
            .WithPeople(people =>
                people with
                {
                    Start = [.. people.Start.Select(start => start with { People = Q(100_000) })],
                    Deaths = new Deaths { Chances = [Path(0.01), Path(0.01)] },
                }
            )
            .WithService(Help, service => service with
            {
                Demand = new Demand { Rates = [Q(0.0001), Q(0.0001)] },
                Budget = Q(100),
                Unmet =
                        new Unmet
                        {
                            Waits = Q(0.0),
                            Harms = [Harm(new Target.Death()) with { Sensitivity = Q(0.1), Lasts = Q(1.0), PeoplePerUnit = Q(1.0) }],
                        }
            });
        var run = EngineRun.Of(town.WithOption("closed", place => place.WithService(Help, service => service with { Budget = Q(0) })));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Find(Siloed, "deaths", Start, null, "town|all"), Is.EqualTo(1_000.0).Within(1e-9));
            Assert.That(run.Find("closed", "left", Start, null, Help), Is.EqualTo(10.0).Within(1e-9));
            Assert.That(run.Find("closed", "deaths", Start, null, "town|all"), Is.EqualTo(1_000.01).Within(1e-9));
        }
    }

    [TestCase(12)]
    [TestCase(48)]
    public void Harm_settles_at_who_goes_without_over_who_there_is_by_any_step(int stepsPerYear)
    {
        // An option turns a quarter of 2,400 visits a year away; each is missed for half a year, by half a person: 150 of 1,000 go without.
        // Help is then asked a tenth more often.
        var town = Town(years: 8, stepsPerYear)
            .WithService(Care, service => service with
            {
                Capacity = new Capacity { Amount = Path(2_400.0) },
                Unmet = new Unmet
                {
                    Waits = Q(0.0),
                    Harms =
                        [
                            new Harm
                            {
                                On = new Target.DemandFor(new ServiceId(Help)),
                                Sensitivity = Q(2.0 / 3.0),
                                Lasts = Q(0.5),
                                PeoplePerUnit = Q(0.5),
                            },
                        ],
                }
            });
        var less = town.WithOption("less", place =>
            place.WithService(Care, service => service with { Capacity = new Capacity { Amount = Path(1_800.0) } })
        );

        Assert.That(EngineRun.Of(less).Find("less", "need_led", Start + 7, null, Help), Is.EqualTo(2_640.0).Within(0.01));
    }

    [Test]
    public void With_ample_money_and_no_risk_share_silos_and_a_pool_give_the_same_care([Range(300, 339)] int seed)
    {
        var scenario = Ample(RandomScenario.Make(seed));
        var run = EngineRun.Of(scenario);

        foreach (
            var ((option, measure, year, step, item), value) in run.Rows.Where(row => row.Key.Option == "siloed" && IsCare(row.Key.Measure))
        )
        {
            var pooled = run.Find("pooled", measure, year, step, item);
            Assert.That(
                pooled,
                Is.EqualTo(value).Within(Agreement * (1.0 + Math.Abs(value))),
                $"seed {seed}: {measure} of {item} in {year} {step}"
            );
        }
    }

    private static bool IsCare(string measure) =>
        measure
            is "people"
                or "need_led"
                or "asked"
                or "delivered"
                or "waiting"
                or "volume"
                or "provider_cost"
                or "failure_demand"
                or "diverted";

    /// <summary>As many fall ill as get well; care fails, refers with a lag, is too small and diverts; help reaches people and
    /// lasts.</summary>
    private static Scenario InBalance(Counting counting)
    {
        var town = Town(years: 3)
            .WithPeople(people =>
                people with
                {
                    Moves =
                    [
                        new MoveRow
                        {
                            From = Well,
                            Kind = MoveKind.Chance,
                            Over = 1.0 / 12.0,
                            Entries = [new MoveEntry { To = Ill, Value = Path(0.01) }],
                        },
                        new MoveRow
                        {
                            From = Ill,
                            Kind = MoveKind.Chance,
                            Over = 1.0 / 12.0,
                            Entries = [new MoveEntry { To = Well, Value = Path(0.04) }],
                        },
                    ],
                }
            );
        town = town.WithService(Care, service => service with
        {
            Failures =
                [
                    new Failure
                    {
                        ReturnsTo = new ServiceId(Care),
                        Share = Q(0.3),
                        After = 0.25,
                    },
                ],
            Referrals =
                [
                    new Referral
                    {
                        To = new ServiceId(Help),
                        Share = Q(0.1),
                        After = 1.0 / 6.0,
                    },
                ],
            Capacity = new Capacity { Amount = Path(12.0 * 250.0) },
            Unmet = new Unmet
            {
                Waits = Q(0.0),
                Diverts = [new Diversion { To = new ServiceId(Help), Ratio = Q(0.5) }],
                Harms =
                    [
                        Harm(new Target.Move(Well, Ill)),
                        Harm(new Target.DemandFor(new ServiceId(Help))),
                        Harm(new Target.FailureOf(new ServiceId(Care))),
                    ],
            },
            Demand = service.Demand with
            {
                PerMove =
                    [
                        new ContactsPerMove
                        {
                            From = Well,
                            To = Ill,
                            Contacts = Q(2.0),
                        },
                    ],
            }
        });
        town = town.WithService("home", _ => Contacts("home", Duty.Statutory, Nhs, 0.5, 12_000.0) with
        {
            Places = new StayInPlaces
            {
                Stay = Q(2.0),
            },
            Demand = new Demand { Rates = [null, Q(0.5)] }
        });
        var effect = new Effect
        {
            Owner = new EffectOwner.ByService(new ServiceId(Help)),
            On = new Target.Move(Well, Ill),
            Strength = Q(0.2),
            Group = new CohortGroup { Need = [Well] },
            Coverage = new Coverage.ByReach { PeoplePerUnit = Q(0.5), Lasts = Q(1.5) },
            Ceiling = Q(0.6),
            After = 0.25,
        };
        town = new[] { Council, Nhs }.Aggregate(town, (rich, name) =>
            rich.WithBody(name, body => body with { Income = [new MoneyLine("plenty", Path(1e9))] }));
        return town.WithEffect(effect) with { Horizon = town.Horizon with { Counting = counting } };
    }

    private static Harm Harm(Target on) => new() { On = on, Sensitivity = Q(0.4), Lasts = Q(0.75), PeoplePerUnit = Q(0.2) };

    /// <summary>Who waits and who has left after a year in which 2,400 ask evenly and 1,800 are seen, where nine in ten who are not seen
    /// wait.</summary>
    private static (double Waiting, double Left) Waiting(int stepsPerYear, double? reneges)
    {
        var town = Town(stepsPerYear: stepsPerYear).WithService(Care, service => service with
        {
            Capacity = new Capacity { Amount = Path(1_800.0) },
            Unmet = new Unmet { Waits = Q(0.9), Reneges = reneges is { } share ? Q(share) : null, RenegesOver = 1.0 / 12.0 },
        });
        var run = EngineRun.Of(town);
        return (run.Find(Siloed, "waiting", Start, null, Care)!.Value, run.Find(Siloed, "left", Start, null, Care)!.Value);
    }

    /// <summary>Ill people after five years of moves, deaths and births, with a step of so many a year.</summary>
    private static double Moved(int stepsPerYear)
    {
        var town = Town(years: 5, stepsPerYear).WithPeople(people => people with
        {
            Moves =
            [
                new MoveRow { From = Well, Kind = MoveKind.Chance, Entries = [new MoveEntry { To = Ill, Value = Path(0.2) }] },
                new MoveRow
                {
                    From = Ill,
                    Kind = MoveKind.Chance,
                    Entries = [new MoveEntry { To = Well, Value = Path(0.1) }, new MoveEntry { To = null, Value = Path(0.05) }],
                },
            ],
        });
        return EngineRun.Of(town, bySteps: false).Find(Siloed, "people", Start + 4, null, "town|all|ill")!.Value;
    }

    /// <summary>Today's place with money enough for everything, in silos and in one pool.</summary>
    private static Scenario Ample(Scenario scenario)
    {
        var place = scenario.BaselineOption.Place;
        var ample = place with
        {
            Services = [.. place.Services.Select(AmplyPaid)],
            Limits = [.. place.Limits.Where(limit => limit.Kind == LimitKind.Capacity)],
            Effects = [.. place.Effects.Where(effect => effect.Owner is not EffectOwner.ByGovernance)],
            Organisations = [.. place.Organisations.Select(organisation => organisation with
            {
                Income = [.. organisation.Income, new MoneyLine("plenty", YearlyPath.Constant(scenario.Horizon.Start, Q(1e13)))],
            })],
        };
        var payer = ample.Organisations[0].Id;
        var services = ample.Services.Select(service => service.Id).ToArray();
        var (first, second) = ample.Organisations.Length == 1 ? ([], services) : (services[..1], services[1..]);
        return scenario with
        {
            Baseline = new OptionId("siloed"),
            Options =
            [
                new Option
                {
                    Id = new OptionId("siloed"),
                    Title = "Silos",
                    Place = ample with { Governance = Governed("silos", ample, first, second, []) },
                },
                new Option
                {
                    Id = new OptionId("pooled"),
                    Title = "A pool",
                    Place = ample with { Governance = Governed("pool", ample, [], [], services) },
                },
            ],
        };

        Arrangement Governed(string name, Place place, ServiceId[] ofFirst, ServiceId[] ofLast, ServiceId[] ofPool)
        {
            var terms = new StartOfYear { Rule = new BudgetRule.Historic() };
            var own = place.Organisations.Select((organisation, row) => new Fund
            {
                Id = new FundId(organisation.Id.Name),
                Owner = organisation.Id,
                Pays = [.. row == place.Organisations.Length - 1 ? ofLast : row == 0 ? ofFirst : []],
                StartOfYear = terms,
                InYear = new InYear(),
            });
            var pool = new Fund
            {
                Id = new FundId("pool"),
                Pays = [.. ofPool],
                StartOfYear = terms,
                InYear = new InYear(),
                Pool = new Pool
                {
                    Host = payer,
                    Contributions = [new Contribution { Partner = payer, Follow = Follow.OwnIncome }],
                    BroughtIn = [.. ofPool.Select(service => new ServiceOwner(service, payer))],
                    EndOfYear = new EndOfYear { RiskShare = RiskShare.EachItsOwn },
                },
            };
            return new Arrangement
            {
                Id = new GovernanceId(name),
                Title = name,
                Kind = ofPool.Length > 0 ? GovernanceKind.Pooled : GovernanceKind.Siloed,
                Funds = ofPool.Length > 0 ? [.. own, pool] : [.. own],
            };
        }
    }

    private static Service AmplyPaid(Service service) =>
        service with
        {
            // A budget that falls loses a grant's provider, however ample it stays.
            Contract = service.Contract with
            {
                Collapse = null,
            },
            Budget = service.Duty == Duty.Discretionary ? Q(1e11) : null,
            Floor = null,
            Capacity = service.Capacity is { Target: CapacityTarget.Budget } capacity
                ? capacity with
                {
                    Target = CapacityTarget.Path,
                }
                : service.Capacity,

            // A hand-off is between funds, which is what differs here.
            Failures = [.. service.Failures.Select(failure => failure with { HandOff = null })],
        };
}
