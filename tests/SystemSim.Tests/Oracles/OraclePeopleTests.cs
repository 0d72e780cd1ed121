using NUnit.Framework;
using SystemSim.Model;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

public sealed class OraclePeopleTests
{
    // Sums of a few hundred numbers of like size.
    private const double Rounding = 1e-9;
    private const string WellPeople = "town|all|well";
    private const string IllPeople = "town|all|ill";

    [Test]
    public void A_yearly_chance_converted_to_months_means_what_it_says_after_a_year()
    {
        var moving = Town().WithPeople(people => people with { Moves = [Chances(Well, (Ill, 0.12))] });

        // 800 x 0.88
        Assert.That(PlainEngine.Run(moving).Year("people", 0, WellPeople), Is.EqualTo(704.0).Within(Rounding));
    }

    [Test]
    public void A_row_of_chances_is_converted_as_a_whole_and_split_pro_rata()
    {
        var moving = Town().WithPeople(people => people with { Moves = [Chances(Well, (Ill, 0.06)), Chances(Well, (null, 0.02))] });

        var run = PlainEngine.Run(moving);

        // 8% of 800 leave in the year, three for each one who dies.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("people", 0, WellPeople), Is.EqualTo(736.0).Within(Rounding));
            Assert.That(run.Year("people", 0, IllPeople), Is.EqualTo(248.0).Within(Rounding));
            Assert.That(run.Year("deaths", 0, "town|all"), Is.EqualTo(16.0).Within(Rounding));
            Assert.That(run.Year("dead", 0, "town|all"), Is.EqualTo(16.0).Within(Rounding));
        }
    }

    [Test]
    public void A_rate_is_converted_by_itself()
    {
        var moving = Town().WithPeople(people => people with { Moves = [Chances(Well, (Ill, 0.12)) with { Kind = MoveKind.Rate }] });

        Assert.That(PlainEngine.Run(moving).Year("people", 0, WellPeople), Is.EqualTo(800.0 * Math.Exp(-0.12)).Within(Rounding));
    }

    [Test]
    public void Counts_over_two_years_hold_after_two_years()
    {
        var counts = Chances(Well, (Well, 900.0), (Ill, 100.0)) with { Kind = MoveKind.Count, Over = 2.0 };
        var moving = Town(years: 2).WithPeople(people => people with { Moves = [counts] });

        // nine in ten of 800 stayed
        Assert.That(PlainEngine.Run(moving).Year("people", 1, WellPeople), Is.EqualTo(720.0).Within(Rounding));
    }

    [Test]
    public void A_rest_takes_all_who_do_not_leave_otherwise()
    {
        var row = Chances(Ill, (null, 0.1)) with { Over = 1.0 / 12.0, Rest = Well };
        var moving = Town().WithPeople(people => people with { Moves = [row] });

        var run = PlainEngine.Run(moving);

        // In the first month 20 of 200 die and 180 get well; nobody is left ill.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("people", 0, 0, IllPeople), Is.Zero);
            Assert.That(run.Get("people", 0, 0, WellPeople), Is.EqualTo(980.0).Within(Rounding));
            Assert.That(run.Get("deaths", 0, 0, "town|all"), Is.EqualTo(20.0).Within(Rounding));
        }
    }

    // Of 800 who are well 10% die and 20% fall ill: of all of them, or of the 720 who survive.
    [TestCase(FlowOrder.Simultaneous, 360.0)]
    [TestCase(FlowOrder.DeathsFirst, 344.0)]
    public void Moves_are_taken_from_everyone_or_from_survivors(FlowOrder flows, double ill)
    {
        var moving = Town(stepsPerYear: 1).WithPeople(people => people with
        {
            Moves = [Chances(Well, (Ill, 0.2))],
            Deaths = new() { Chances = [Path(0.1), Path(0.0)] },
        });
        moving = moving with { Horizon = moving.Horizon with { Flows = flows } };

        Assert.That(PlainEngine.Run(moving).Year("people", 0, IllPeople), Is.EqualTo(ill).Within(Rounding));
    }

    [Test]
    public void A_band_passes_up_its_share_and_the_last_band_none()
    {
        var ageing = Town(years: 2, stepsPerYear: 1).WithPeople(people => people with
        {
            Ages = [new() { Id = new("young"), Width = 10 }, new() { Id = new("old"), Width = null }],
            Start =
            [
                new() { Area = new("town"), Age = new("young"), People = Q(1_000), Need = [Q(1), Q(0)] },
                new() { Area = new("town"), Age = new("old"), People = Q(0), Need = [Q(1), Q(0)] },
            ],
        });
        ageing = new[] { Help, Care }.Aggregate(ageing, (town, name) =>
            town.WithService(name, service => service with { Demand = new() { Rates = [null, null, null, null] } }));

        var run = PlainEngine.Run(ageing);

        // 1,000 - 100 = 900, then 900 - 90 = 810
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("people", 0, "town|young|well"), Is.EqualTo(900.0).Within(Rounding));
            Assert.That(run.Year("people", 1, "town|young|well"), Is.EqualTo(810.0).Within(Rounding));
            Assert.That(run.Year("people", 1, "town|old|well"), Is.EqualTo(190.0).Within(Rounding));
        }
    }

    [Test]
    public void Births_follow_the_living_and_counted_migration_does_not()
    {
        var joining = Town(years: 2, stepsPerYear: 1).WithPeople(people => people with
        {
            Births = new() { IsRate = true, Value = Path(0.01), Shares = Spread([1], [1, 0]) },
            Migration = new() { IsRate = false, Value = Path(-20.0), Shares = Spread([1], [0.5, 0.5]) },
        });

        var run = PlainEngine.Run(joining);

        // 1,000 + 10 - 20 = 990; 1% of that is 9.9
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("births", 0, "town"), Is.EqualTo(10.0).Within(Rounding));
            Assert.That(run.Year("births", 1, "town"), Is.EqualTo(9.9).Within(Rounding));
            Assert.That(run.Year("migration", 1, "town"), Is.EqualTo(-20.0).Within(Rounding));
            Assert.That(run.Year("people", 0, IllPeople), Is.EqualTo(190.0).Within(Rounding));
        }
    }

    [Test]
    public void Deaths_are_scaled_to_the_first_years_count()
    {
        var dying = Town(years: 2, stepsPerYear: 1).WithPeople(people => people with
        {
            Deaths = new() { Chances = [Path(0.01), Path(0.02)], ScaleTo = Path(24.0) },
        });

        var run = PlainEngine.Run(dying);

        // Unscaled, 8 + 4 would die: the scale is 2. In the next year it is 2% of 784 and 4% of 192.
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("deaths", 0, "town|all"), Is.EqualTo(24.0).Within(Rounding));
            Assert.That(run.Year("deaths", 1, "town|all"), Is.EqualTo((0.02 * 784.0) + (0.04 * 192.0)).Within(Rounding));
        }
    }

    [Test]
    public void Deaths_are_scaled_anew_in_every_year_stated()
    {
        var dying = Town(years: 4, stepsPerYear: 1).WithPeople(people => people with
        {
            Deaths = new()
            {
                Chances = [Path(0.01), Path(0.02)],
                ScaleTo = new() { Points = [new(Start, Q(24)), new(Start + 2, Q(30))] },
            },
        });

        var run = PlainEngine.Run(dying);

        // Twice the chances in the second year too; in the third as many as make 30 of 768.32 well and 184.32 ill, and that in the fourth.
        var scale = 30.0 / ((0.01 * 768.32) + (0.02 * 184.32));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("deaths", 1, "town|all"), Is.EqualTo((0.02 * 784.0) + (0.04 * 192.0)).Within(Rounding));
            Assert.That(run.Year("deaths", 2, "town|all"), Is.EqualTo(30.0).Within(Rounding));
            Assert.That(
                run.Year("deaths", 3, "town|all"),
                Is.EqualTo(scale * ((0.01 * 768.32 * (1.0 - (0.01 * scale))) + (0.02 * 184.32 * (1.0 - (0.02 * scale))))).Within(Rounding));
        }
    }

    [Test]
    public void Counted_deaths_go_by_shares()
    {
        var dying = Town().WithPeople(people => people with { Deaths = new() { Count = Path(12.0), Shares = Spread([1], [0.25, 0.75]) } });

        var run = PlainEngine.Run(dying);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("deaths", 0, 5, "town|all"), Is.EqualTo(1.0).Within(Rounding));
            Assert.That(run.Year("people", 0, IllPeople), Is.EqualTo(191.0).Within(Rounding));
        }
    }

    // Weights 1 and 0.5, yearly steps, 200 of 800 fall ill: 900 years on opening people, 800 on closing people.
    [TestCase(Counting.Start, 900.0, 2_400.0)]
    [TestCase(Counting.Mid, 850.0, 3_600.0)]
    [TestCase(Counting.End, 800.0, 4_800.0)]
    public void Demand_and_quality_of_life_are_counted_on_the_people_who_count(Counting counting, double years, double asked)
    {
        var moving = Town(stepsPerYear: 1).WithPeople(people => people with
        {
            Need = [new() { Id = Well, Quality = Q(1.0) }, new() { Id = Ill, Quality = Q(0.5) }],
            Moves = [Chances(Well, (Ill, 0.25))],
        });
        moving = moving with { Horizon = moving.Horizon with { Counting = counting } };

        var run = PlainEngine.Run(moving);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Year("quality_adjusted_life_years", 0, "town"), Is.EqualTo(years).Within(Rounding));
            Assert.That(run.Year("asked", 0, Care), Is.EqualTo(asked).Within(Rounding));
        }
    }

    // 20 of those who are ill die in a quarter: 980 and 900 people on 30 June without totals, 1.1 and 1.2 times as many by them, 1.125
    // times after two quarters.
    [Test]
    public void People_follow_control_totals_by_a_share_of_who_is_there()
    {
        var dying = Town(2, 4).WithPeople(people => people with
        {
            Deaths = new() { Count = Path(80.0), Shares = Spread([1], [0, 1]) },
            ControlTotals = [new() { Of = CohortGroup.Everyone, Totals = [new(Start, Q(1_078.0)), new(Start + 1, Q(1_080.0))] }],
        });

        var run = PlainEngine.Run(dying);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Get("people", 0, 0, "town|all|well"), Is.EqualTo(880.0).Within(Rounding));
            Assert.That(run.Get("people", 0, 0, "town|all|ill"), Is.EqualTo(198.0).Within(Rounding));
            Assert.That(run.Get("residual", 0, 0, "town|all"), Is.EqualTo(98.0).Within(Rounding));
            Assert.That(run.Get("residual", 0, 1, "town|all"), Is.EqualTo(22.0).Within(Rounding));
            Assert.That(run.Year("residual", 0, "town|all"), Is.EqualTo(161.0).Within(Rounding));
            Assert.That(run.Year("residual", 1, "town|all"), Is.EqualTo(19.0).Within(Rounding));
        }
    }

    [Test]
    public void More_leaving_than_there_are_is_refused()
    {
        var dying = Town().WithPeople(people => people with { Deaths = new() { Count = Path(2_400.0), Shares = Spread([1], [0, 1]) } });

        Assert.That(() => PlainEngine.Run(dying), Throws.InstanceOf<PlainEngineException>().With.Message.Contains("town|all|ill"));
    }
}
