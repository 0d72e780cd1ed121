using NUnit.Framework;
using SystemSim.Kernel;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>Chance against what is known of it on paper, within five standard errors of so many draws.</summary>
public sealed class ChanceTests
{
    private const int Draws = 32_000;
    private const int Errors = 5;
    private const double Rounding = 1e-9;
    private const int WellRow = 0;
    private const int IllRow = 1;
    private const int HelpRow = 0;

    [Test]
    public void Who_survives_a_chance_of_dying_is_binomial()
    {
        // 12% a year by months leaves 88% of 800.
        var scenario = Town().WithPeople(people => people with { Moves = [Chances(Well, (null, 0.12))] });

        var survivors = ChanceRuns.Of(scenario, Draws, ByChance.People).People(0, 0, WellRow, 11);

        AssertMoments(survivors, 800 * 0.88, 800 * 0.88 * 0.12);
        Assert.That(survivors.Select(people => people % 1.0), Has.All.Zero);
    }

    [Test]
    public void Who_is_ill_after_moves_to_and_fro_is_binomial_from_either_side()
    {
        var scenario = Town(years: 2, stepsPerYear: 1)
            .WithPeople(people => people with { Moves = [Chances(Well, (Ill, 0.25)), Chances(Ill, (Well, 0.4))] });

        var ill = ChanceRuns.Of(scenario, Draws, ByChance.People).People(0, 0, IllRow, 1);

        var (fromWell, fromIll) = ((0.75 * 0.25) + (0.25 * 0.6), (0.4 * 0.25) + (0.6 * 0.6));
        AssertMoments(ill, (800 * fromWell) + (200 * fromIll), (800 * fromWell * (1 - fromWell)) + (200 * fromIll * (1 - fromIll)));
    }

    [TestCase(FlowOrder.Simultaneous, 0.15, 0.1)]
    [TestCase(FlowOrder.DeathsFirst, 0.8 * 0.15, 0.8 * 0.1)]
    public void Ways_out_of_a_cohort_are_a_multinomial(FlowOrder order, double movesByOne, double agesByOne)
    {
        // Of 80 well people under ten, 20% die, 15% fall ill and a tenth grow out of the band.
        var scenario = TwoAges(100.0, order, Chances(Well, (null, 0.2), (Ill, 0.15)));
        var runs = ChanceRuns.Of(scenario, Draws, ByChance.People);

        // The 20 who were ill only grow older.
        double[] fallen = [.. runs.People(0, 0, IllRow, 0).Zip(runs.People(0, 1, IllRow, 0), (ill, older) => ill + older - 20.0)];
        double[][] counts = [runs.Of(Measure.Deaths, 0, 0), fallen, runs.People(0, 1, WellRow, 0)];
        double[] chances = [0.2, movesByOne, agesByOne];

        for (var one = 0; one < counts.Length; one++)
        {
            AssertMoments(counts[one], 80 * chances[one], 80 * chances[one] * (1 - chances[one]));
            for (var other = 0; other < one; other++)
            {
                AssertCovariance(counts[one], counts[other], -80 * chances[one] * chances[other]);
            }
        }
    }

    [Test]
    public void Births_are_a_Poisson_count()
    {
        var scenario = Town(stepsPerYear: 4).WithPeople(people => people with
        {
            Births = new() { Value = Path(0.03), IsRate = true, Shares = Spread([1.0], [1.0, 0.0]) },
        });

        AssertMoments(ChanceRuns.Of(scenario, Draws, ByChance.People).Of(Measure.Births, 0, 0), 7.5, 7.5);
    }

    [Test]
    public void Demand_varies_by_as_much_as_its_mean_and_months_have_nothing_to_do_with_each_other()
    {
        // 0.9 contacts a year of 200 ill people are 15 a month.
        var scenario = Town().WithService(Help, service => service with { Demand = new() { Rates = [null, Q(0.9)] } });
        var runs = ChanceRuns.Of(scenario, Draws, ByChance.Demand);
        var (april, may) = (runs.Of(Measure.NeedLed, HelpRow, 0), runs.Of(Measure.NeedLed, HelpRow, 1));

        AssertMoments(april, 15, 15);
        AssertMoments(may, 15, 15);
        AssertCovariance(april, may, 0);
        AssertCovariance(april, runs.Of(Measure.NeedLed, 1, 0), 0);
    }

    [Test]
    public void What_is_over_whole_people_and_who_is_counted_leave_as_expected()
    {
        // 10.4 well people, of whom 3.1 die by count; the other 7.3 fall ill with the chance that makes 2.6 of all.
        var scenario = Town(stepsPerYear: 1).WithPeople(people => people with
        {
            Start = [people.Start[0] with { People = Q(10.4), Need = [Q(1.0), Q(0.0)] }],
            Deaths = new() { Count = Path(3.1), Shares = Spread([1.0], [1.0, 0.0]) },
            Moves = [Chances(Well, (Ill, 0.25))],
        });
        var runs = ChanceRuns.Of(scenario, Draws, ByChance.People);
        var (ill, well) = (runs.People(0, 0, IllRow, 0), runs.People(0, 0, WellRow, 0));
        const double Chance = 2.6 / 7.3;

        AssertMoments(ill, 2.6, 7 * Chance * (1 - Chance));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(runs.Of(Measure.Deaths, 0, 0), Has.All.EqualTo(3.1));
            Assert.That(ill.Zip(well, (one, other) => one + other), Has.All.EqualTo(7.3).Within(Rounding));
            Assert.That(well, Has.All.GreaterThanOrEqualTo(0.0));
        }
    }

    [Test]
    public void A_rest_is_who_is_left_to_the_last_person()
    {
        var scenario = Town(stepsPerYear: 1).WithPeople(people => people with
        {
            Moves = [Chances(Ill, (null, 0.3)) with { Rest = Well }],
        });
        var runs = ChanceRuns.Of(scenario, 640, ByChance.People);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(runs.People(0, 0, IllRow, 0), Has.All.Zero);
            Assert.That(
                runs.People(0, 0, WellRow, 0).Zip(runs.Of(Measure.Deaths, 0, 0), (well, dead) => well + dead),
                Has.All.EqualTo(1_000.0)
            );
        }
    }

    [Test]
    public void Contacts_that_moves_bring_follow_the_moves()
    {
        var scenario = Town(stepsPerYear: 1)
            .WithPeople(people => people with { Moves = [Chances(Well, (Ill, 0.1))] })
            .WithService(Help, service => service with
            {
                Demand = new()
                {
                    Rates = [null, null],
                    PerMove =
                        [
                            new()
                            {
                                From = Well,
                                To = Ill,
                                Contacts = Q(3.0),
                            },
                        ],
                }
            });
        var counted = scenario with { Horizon = scenario.Horizon with { Counting = Counting.End } };
        var runs = ChanceRuns.Of(counted, 640, ByChance.People, ByChance.Demand);

        Assert.That(runs.Of(Measure.NeedLed, HelpRow, 0), Is.EqualTo(runs.People(0, 0, IllRow, 0).Select(ill => 3.0 * (ill - 200.0))));
    }

    [Test]
    public void Chances_above_1_break_the_run_in_every_draw()
    {
        // Dying, falling ill and growing older together ask for more than everybody; none does by itself.
        var scenario = TwoAges(100.0, FlowOrder.Simultaneous, Chances(Well, (null, 0.8), (Ill, 0.15)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(ChanceRuns.Of(scenario, 640, ByChance.People).Sound, Is.Zero);
            Assert.That(EngineRun.Of(scenario).Broken, Is.Not.Null);
        }
    }

    [Test]
    public void What_is_added_to_a_place_changes_the_chance_of_nothing_else()
    {
        var alone = Town().WithPeople(people => people with { Moves = [Chances(Well, (Ill, 0.1))] });
        var more = alone
            .With(place => place with { Services = [Contacts("first", Duty.Discretionary, Council, 1.0, 10.0), .. place.Services] })
            .WithFund(Council, fund => fund with { Pays = [new("first"), .. fund.Pays] });

        var (before, after) = (
            ChanceRuns.Of(alone, 64, ByChance.People, ByChance.Demand),
            ChanceRuns.Of(more, 64, ByChance.People, ByChance.Demand)
        );

        using (Assert.EnterMultipleScope())
        {
            Assert.That(after.People(0, 0, IllRow, 11), Is.EqualTo(before.People(0, 0, IllRow, 11)));
            Assert.That(after.Of(Measure.NeedLed, HelpRow + 1, 11), Is.EqualTo(before.Of(Measure.NeedLed, HelpRow, 11)));
        }
    }

    [Test]
    public void People_are_conserved_and_no_stock_is_negative([Range(0, 59)] int seed)
    {
        var scenario = RandomScenario.Make(seed);
        if (EngineRun.Of(scenario).Broken is not null)
        {
            return;
        }

        var runs = ChanceRuns.Of(scenario, 64, ByChance.People, ByChance.Demand);

        // What a scenario counts out regardless (deaths, people who move away) may take the last by bad luck: such draws are told, not
        // hidden.
        var counts = scenario.BaselineOption.Place.People is { Migration: not null } or { Deaths.Count: not null };
        Assert.That(runs.Sound, counts ? Is.GreaterThan(0) : Is.EqualTo(64), $"seed {seed}");
    }

    private static Scenario TwoAges(double people, FlowOrder order, MoveRow moves)
    {
        var scenario = Town(stepsPerYear: 1)
            .WithPeople(population =>
                population with
                {
                    Ages = [new() { Id = new("young"), Width = 10 }, new() { Id = new("old"), Width = null }],
                    Start =
                    [
                        population.Start[0] with
                        {
                            Age = new("young"),
                            People = Q(people),
                            Need = [Q(0.8), Q(0.2)],
                        },
                        population.Start[0] with
                        {
                            Age = new("old"),
                            People = Q(0.0),
                            Need = [Q(0.8), Q(0.2)],
                        },
                    ],
                    Moves = [moves],
                }
            )
            .With(place =>
                place with
                {
                    Services =
                    [
                        .. place.Services.Select(service => service with { Demand = new() { Rates = [null, Q(12.0), null, Q(12.0)] } }),
                    ],
                }
            );
        return scenario with { Horizon = scenario.Horizon with { Flows = order } };
    }

    private static void AssertMoments(double[] counts, double mean, double variance)
    {
        var (found, spread) = (counts.Average(), Covariance(counts, counts));
        var kurtosis = counts.Average(count => Math.Pow(count - found, 4.0)) / (spread * spread);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found, Is.EqualTo(mean).Within(Errors * Math.Sqrt(variance / counts.Length)));
            Assert.That(spread, Is.EqualTo(variance).Within(Errors * variance * Math.Sqrt((kurtosis - 1.0) / counts.Length)));
        }
    }

    private static void AssertCovariance(double[] a, double[] b, double covariance)
    {
        var error = Math.Sqrt(((Covariance(a, a) * Covariance(b, b)) + (covariance * covariance)) / a.Length);
        Assert.That(Covariance(a, b), Is.EqualTo(covariance).Within(Errors * error));
    }

    private static double Covariance(double[] a, double[] b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        return a.Zip(b, (one, other) => (one - meanA) * (other - meanB)).Average();
    }
}
