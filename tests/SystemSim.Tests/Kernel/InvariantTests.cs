using NUnit.Framework;
using SystemSim.Kernel;
using SystemSim.Model;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>What breaks is named: what, where, when, by how much.</summary>
public sealed class InvariantTests
{
    [Test]
    public void A_cohort_asked_to_leave_twice_is_named_before_any_run()
    {
        var town = Town().WithPeople(people => people with
        {
            Moves = [Moving(Ill, Well, 0.7)],
            Deaths = new Deaths { Over = 1.0 / 12.0, Chances = [Path(0.0), Path(0.6)] },
        });

        var problems = PlanCheck.Run(Prepared.Of(town));

        Assert.That(problems, Has.Length.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems[0].Sentence, Does.Contain("all, ill").And.Contain("2026/27").And.Contain("60"));
            Assert.That(problems[0].Path, Is.EqualTo("people.moves.out"));
            Assert.That(problems[0].Fault, Is.EqualTo(RunFault.Outflow));
        }
    }

    [Test]
    public void One_number_that_takes_too_many_of_several_cohorts_is_told_once()
    {
        var out70 = Named("people.moves.out", 0.7);
        var town = Town().WithPeople(people => people with
        {
            Moves = [Moving(Ill, Well, out70), Moving(Well, Ill, out70)],
            Deaths = new Deaths { Over = 1.0 / 12.0, Chances = [Path(0.6), Path(0.6)] },
        });

        var problems = PlanCheck.Run(Prepared.Of(town));

        Assert.That(problems, Has.Length.EqualTo(1));
        Assert.That(problems[0].Sentence, Does.Contain("all, well").And.EndsWith("in one step; and 1 other cohort."));
    }

    [Test]
    public void More_people_by_far_at_the_end_of_a_step_than_at_its_start_are_no_fault_of_the_engine([Range(0, 19)] int seed)
    {
        // Sums of 10¹² people round by more than a 10⁹th of some ten thousand.
        var scenario = RandomScenario.Make(seed);
        var everyone = new ControlTotal { Of = CohortGroup.Everyone, Totals = [new(scenario.Horizon.Start + 1, Q(1e13 / 3.0))] };

        var broken = CentralStudy.Run(Prepared.Of(scenario.WithPeople(people => people with { ControlTotals = [everyone] }))).Broken;

        Assert.That(broken?.Fault, Is.Null.Or.Not.EqualTo(RunFault.None), broken?.Sentence);
    }

    [Test]
    public void Harm_that_drives_more_people_away_than_there_are_stops_the_run()
    {
        var more = Named("services.care.unmet.harms.more", 4.0);
        var town = Town(years: 2).WithPeople(people => people with { Moves = [Moving(Ill, Well, 0.5)] })
            .WithService(Care, service => service with
            {
                Capacity = new Capacity { Amount = Path(1.0) },
                AtStart = new AtStart { Left = Q(0.0) },
                Unmet = new Unmet
                {
                    Waits = Q(0.0),
                    Harms = [new Harm { On = new Target.Move(Ill, Well), Sensitivity = more, Lasts = Q(1.0), PeoplePerUnit = Q(5.0) }],
                },
            }) with
        {
            Numbers = [more],
        };

        var study = CentralStudy.Run(Prepared.Of(town));

        Assert.That(study.Broken, Is.Not.Null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(study.Runs, Is.Empty);
            Assert.That(study.Broken!.Sentence, Does.Contain("siloed").And.Contain("2026/27, step 1").And.Contain("all, ill"));
            Assert.That((study.Broken.Fault, study.Broken.Path), Is.EqualTo((RunFault.Outflow, more.Name)));
        }
    }

    [Test]
    public void An_effect_that_moves_more_people_than_there_are_is_told_as_the_scenarios()
    {
        var more = Named("effects.move ill -> well.more", 9.0);
        var little = Named("effects.deaths.more", 0.5);
        var town = Town()
            .WithPeople(people =>
                people with
                {
                    Moves = [Moving(Ill, Well, 0.2)],
                    Deaths = new Deaths { Chances = [Path(0.01), Path(0.01)] },
                }
            )
            .With(place => place with { Effects = [Raising(new Target.Death(), little), Raising(new Target.Move(Ill, Well), more)] }) with
        {
            Numbers = [more, little],
        };

        var broken = CentralStudy.Run(Prepared.Of(town)).Broken!;

        Assert.That((broken.Fault, broken.Path), Is.EqualTo((RunFault.Outflow, more.Name)));
    }

    [Test]
    public void Net_migration_that_takes_more_than_there_are_is_told_at_its_number()
    {
        var rate = Named("people.migration.rate", -0.2);
        var town = Town(years: 10).WithPeople(people => people with
        {
            Migration = new PopulationFlow { IsRate = true, Value = YearlyPath.Constant(Start, rate), Shares = Spread([1.0], [0.0, 1.0]) },
        }) with
        {
            Numbers = [rate],
        };

        var broken = CentralStudy.Run(Prepared.Of(town)).Broken!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((broken.Fault, broken.Path), Is.EqualTo((RunFault.Migration, rate.Name)));
            Assert.That(broken.Sentence, Does.Contain("net migration takes more people than there are: all, ill would be"));
        }
    }

    [Test]
    public void Where_only_several_numbers_together_break_a_run_the_last_that_is_needed_is_told()
    {
        var first = Named("people.migration.count.2026/27", -3_000.0);
        var second = Named("people.migration.count.2027/28", -4_000.0);
        var town = Town(years: 2).WithPeople(people => people with
        {
            Migration = new PopulationFlow
            {
                IsRate = false,
                Value = new YearlyPath { Points = [new PathPoint(Start, first), new PathPoint(Start + 1, second)] },
                Shares = Spread([1.0], [0.0, 1.0]),
            },
        }) with
        {
            Numbers = [first, second],
        };

        Assert.That(CentralStudy.Run(Prepared.Of(town)).Broken!.Path, Is.EqualTo(second.Name));
    }

    [TestCase("organisations: {council: {reserves: {general: £900000bn}}}", "organisations.council.reserves.general")]
    [TestCase("organisations: {council: {brought_forward: £900000bn}}", "organisations.council.brought_forward")]
    [TestCase("services: {visits: {floor: £900000bn}}", "services.visits.floor")]
    [TestCase("services: {beds: {contract: {form: block, sum: £900000bn}}}", "services.beds.contract.sum")]
    [TestCase("governance: {pooled: {pools: {pool: {set_up: £900000bn}}}}", "governance.pooled.pools.pool.set_up")]
    [TestCase("governance: {pooled: {pools: {pool: {running: £900000bn a year}}}}", "governance.pooled.pools.pool.running")]
    [TestCase("governance: {pooled: {pools: {pool: {risk_reserve: £900000bn}}}}", "governance.pooled.pools.pool.risk_reserve")]
    public void Whatever_number_is_too_large_is_told_at_its_place(string yaml, string path)
    {
        var result = Reading.ValidScenario.With(yaml);
        Assert.That(result.Scenario, Is.Not.Null, string.Join("; ", result.Problems));

        var broken = CentralStudy.Run(Prepared.Of(result.Scenario!)).Broken!;

        Assert.That((broken.Fault, broken.Path), Is.EqualTo((RunFault.Growth, path)), broken.Sentence);
    }

    [Test]
    public void What_grows_until_it_is_no_number_is_told_at_what_makes_it_grow()
    {
        var growth = Named("services.help.demand.growth.growth", 60.0);
        var small = Named("prices.indices.pay.growth", 0.02);
        var town = Town(years: 200, stepsPerYear: 1)
            .WithService(Help, service =>
                service with
                {
                    Demand = service.Demand with { Growth = YearlyPath.Constant(Start, Q(1.0)) with { Growth = growth } },
                }
            ) with
        {
            Numbers = [small, growth],
        };

        var broken = CentralStudy.Run(Prepared.Of(town)).Broken!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((broken.Fault, broken.Path), Is.EqualTo((RunFault.Growth, growth.Name)));
            Assert.That(broken.Sentence, Does.Contain("service help: what is asked of it or paid for it is not a finite number."));
        }
    }

    [Test]
    public void Many_more_people_than_at_the_start_break_nothing()
    {
        var town = Town(years: 20, stepsPerYear: 1).WithPeople(people => people with
        {
            Births = new PopulationFlow { IsRate = true, Value = Path(1.0), Shares = Spread([1.0], [1.0, 0.0]) },
        });

        Assert.That(CentralStudy.Run(Prepared.Of(town)).Broken, Is.Null);
    }

    [Test]
    public void Returns_that_feed_on_themselves_are_refused_at_the_largest_share()
    {
        var share = Named("services.care.failure.share", 1.0);
        var other = Named("services.help.failure.share", 0.3);
        var town = Town()
            .WithService(Care, service => service with
            {
                Failures =
                    [
                        new Failure
                        {
                            ReturnsTo = new ServiceId(Care),
                            Share = share,
                            After = 1.0 / 12.0,
                        },
                    ]
            })
            .WithService(Help, service => service with
            {
                Failures =
                    [
                        new Failure
                        {
                            ReturnsTo = new ServiceId(Care),
                            Share = other,
                            After = 1.0 / 12.0,
                        },
                    ]
            }) with
        {
            Numbers = [other, share],
        };

        var broken = CentralStudy.Run(Prepared.Of(town)).Broken!;

        Assert.That((broken.Fault, broken.Path), Is.EqualTo((RunFault.Returns, share.Name)));
        Assert.That(broken.Sentence, Does.Contain("never settles"));
    }

    [Test]
    public void Observed_rates_smaller_than_the_failure_inside_them_are_refused_by_name()
    {
        var share = Named("services.care.failure.share", 1.5);
        var town = Town().WithService(Care, service => service with
        {
            Failures = [new Failure { ReturnsTo = new ServiceId(Help), Share = share, After = 1.0 / 12.0 }],
        }) with
        {
            Rates = RateBasis.Observed,
            Numbers = [share],
        };

        var broken = CentralStudy.Run(Prepared.Of(town)).Broken!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((broken.Fault, broken.Path), Is.EqualTo((RunFault.ObservedRates, share.Name)));
            Assert.That(broken.Sentence, Does.Contain("service help").And.Contain("-0.5"));
        }
    }

    [Test]
    public void Observed_rates_of_a_service_that_nobody_needs_yet_stand_as_they_are()
    {
        var town = Town().WithService(Care, service => service with { Demand = new() { Rates = [null, Q(0.0)] } }) with
        {
            Rates = RateBasis.Observed,
        };

        var answers = CentralStudy.Run(Prepared.Of(town));

        Assert.That(answers.Broken, Is.Null);
        Assert.That(answers.Runs[0].Ledger.InYear(new LedgerRow(Measure.NeedLed, 1, 0), 0), Is.Zero);
    }

    private static MoveRow Moving(NeedStateId from, NeedStateId to, double chanceAStep) =>
        Moving(from, to, Named("people.moves.out", chanceAStep));

    private static MoveRow Moving(NeedStateId from, NeedStateId to, Quantity chanceAStep) => new()
    {
        From = from,
        Kind = MoveKind.Chance,
        Over = 1.0 / 12.0,
        Entries = [new MoveEntry { To = to, Value = YearlyPath.Constant(Start, chanceAStep) }],
    };

    private static Effect Raising(Target on, Quantity strength) => new()
    {
        Owner = new EffectOwner.Alone(),
        On = on,
        Group = CohortGroup.Everyone,
        Strength = strength,
        Form = StrengthForm.More,
        Coverage = new Coverage.Stated { Share = Path(1.0), Today = Q(0.0) },
    };

    private static Quantity Named(string name, double value) => Q(value) with { Name = name };
}
