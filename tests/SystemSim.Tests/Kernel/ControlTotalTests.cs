using NUnit.Framework;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;
using SystemSim.Studies;
using static SystemSim.Tests.SmallScenarios;

namespace SystemSim.Tests;

/// <summary>Control totals: met by the baseline, silent where they ask for nothing, and the same residual in every option and
/// draw.</summary>
public sealed class ControlTotalTests
{
    private const int Years = 3;
    private const string Everyone = "town|all";
    private const string Safer = "safer";
    private static readonly double[] Official = [1_020.0, 950.0, 1_070.0];

    [Test]
    public void Totals_that_the_run_meets_by_itself_leave_no_residual([Values(1, 4, 12, 24)] int stepsPerYear)
    {
        var free = Changing(stepsPerYear);
        var run = EngineRun.Of(free);
        var own = Enumerable.Range(0, Years).Select(year => MidYear(free, run, year)).ToArray();

        var bound = EngineRun.Of(free.WithPeople(people => people with { ControlTotals = [Total(own)] }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Rows(bound, "residual"), Has.All.Zero);
            Assert.That(Rows(bound, "residual"), Has.Length.EqualTo(2 * Years * (stepsPerYear + 1)));
            Assert.That(bound.Rows.Where(row => row.Key.Measure != "residual"), Is.EqualTo(run.Rows));
        }
    }

    [Test]
    public void A_scenario_without_totals_has_no_residual_at_all() => Assert.That(Rows(EngineRun.Of(Changing(12)), "residual"), Is.Empty);

    [Test]
    public void Totals_rounded_to_people_leave_no_more_than_rounding()
    {
        var free = Changing(12);
        var run = EngineRun.Of(free);
        var own = Enumerable.Range(0, Years).Select(year => Math.Round(MidYear(free, run, year))).ToArray();

        var bound = EngineRun.Of(free.WithPeople(people => people with { ControlTotals = [Total(own)] }));

        Assert.That(Rows(bound, "residual").Select(Math.Abs), Has.All.LessThan(1.0));
    }

    [Test]
    public void The_baseline_meets_every_total_on_30_June([Values(4, 12, 24)] int stepsPerYear)
    {
        var bound = Changing(stepsPerYear).WithPeople(people => people with { ControlTotals = [Total(Official)] });
        var run = EngineRun.Of(bound);

        Assert.That(
            Enumerable.Range(0, Years).Select(year => MidYear(bound, run, year)),
            Is.EqualTo(Official).Within(1e-9));
    }

    [Test]
    public void People_are_conserved_with_the_residual()
    {
        var run = EngineRun.Of(Changing(12).WithPeople(people => people with { ControlTotals = [Total(Official)] }));
        var opening = 1_000.0;
        for (var year = Start; year < Start + Years; year += 1)
        {
            var closing = Sum(run, "people", year);

            Assert.That(
                opening + Sum(run, "births", year) + Sum(run, "migration", year) + Sum(run, "residual", year) - Sum(run, "deaths", year),
                Is.EqualTo(closing).Within(1e-9));
            opening = closing;
        }
    }

    [Test]
    public void Need_states_keep_their_shares_and_nobody_is_taken_twice()
    {
        // All but one in a thousand leave within three months.
        var run = EngineRun.Of(Town(Years).WithPeople(people => people with { ControlTotals = [Total(1.0, 0.0, 0.0)] }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Broken, Is.Null);
            Assert.That(Find(run, "people", 0, 2, $"{Everyone}|well"), Is.EqualTo(0.8).Within(1e-12));
            Assert.That(Find(run, "people", 0, 2, $"{Everyone}|ill"), Is.EqualTo(0.2).Within(1e-12));
            Assert.That(Rows(run, "people"), Has.All.GreaterThanOrEqualTo(0.0));
            Assert.That(Sum(run, "people", Start + Years + -1), Is.Zero);
        }
    }

    [Test]
    public void What_an_option_saves_is_not_taken_away_again()
    {
        var run = EngineRun.Of(Changing(12).WithPeople(people => people with { ControlTotals = [Total(Official)] }));
        var free = EngineRun.Of(Changing(12));

        Assert.That(
            Saved(run, Start + Years + -1),
            Is.EqualTo(Saved(free, Start + Years + -1)).Within(0.1 * Saved(free, Start + Years + -1))
        );

        static double Saved(EngineRun run, FinancialYear year) => Sum(run, "people", year, Safer) - Sum(run, "people", year);
    }

    [Test]
    public void Every_option_has_the_residual_that_the_baseline_has_alone()
    {
        var scenario = Changing(12).WithPeople(people => people with { ControlTotals = [Total(Official)] });
        var alone = Planner.Build(scenario with { Options = [scenario.BaselineOption] })[0].People.Controls[0].Shares;

        Assert.That(Planner.Build(scenario).Select(plan => plan.People.Controls[0].Shares), Has.All.EqualTo(alone));
        Assert.That(alone.Count(share => share != 0.0), Is.GreaterThan(Years));
    }

    [Test]
    public void Every_draw_has_the_same_residual_as_a_share_of_its_own_people()
    {
        var births = new Quantity { Value = 0.03, Name = "people.births", Spread = new() };
        var scenario = Changing(12).WithPeople(people => people with
        {
            Births = people.Births! with { Value = YearlyPath.Constant(Start, births) },
            ControlTotals = [Total(Official)],
        }) with
        { Numbers = [births] };
        var plans = Planner.Build(scenario);
        var programs = ScenarioPrograms.Write(plans, plans[0], new RunPurpose { Drawn = true, BySteps = true });
        var loop = new RunLoop(programs, LaneMemory.LaneUnit, _ => new Interpreter());
        double[] drawn = [.. Enumerable.Range(0, LaneMemory.LaneUnit).Select(lane => 0.03 + (0.01 * lane))];
        var ledger = new Ledger(programs.Options[0].Ledger, Years, plans[0].Steps, LaneMemory.LaneUnit);

        Assert.That((loop.Open(drawn), loop.Run(0, plans[0], drawn, ledger)), Is.EqualTo(((Breach?)null, true)));

        for (var step = 0; step < plans[0].Steps; step++)
        {
            for (var lane = 0; lane < LaneMemory.LaneUnit; lane++)
            {
                var residual = ledger.InStep(new(Measure.Residual, 0, 0), step, lane);
                var people = ledger.InStep(new(Measure.People, 0, 0), step, lane) + ledger.InStep(new(Measure.People, 1, 0), step, lane);
                Assert.That(residual / (people - residual), Is.EqualTo(plans[0].People.Controls[0].Shares[step]).Within(1e-12));
            }
        }

        // With more births there are more people, whatever the totals say.
        Assert.That(ledger.InStep(new(Measure.People, 0, 0), 35, 7), Is.GreaterThan(1.1 * ledger.InStep(new(Measure.People, 0, 0), 35, 0)));
    }

    [Test]
    public void A_total_of_those_who_are_gone_is_refused_by_name()
    {
        // Everyone dies within the first step, and 900 are to be there in June.
        var scenario = Town().WithPeople(people => people with
        {
            Moves = [Chances(Well, (null, 1.0)), Chances(Ill, (null, 1.0))],
            ControlTotals = [Total(900)],
        });

        var broken = CentralStudy.Run(Prepared.Of(scenario)).Broken;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(broken?.Fault, Is.EqualTo(RunFault.ControlTotal));
            Assert.That(broken?.Path, Is.EqualTo("people.control_totals.all"));
            Assert.That(
                broken?.Sentence,
                Is.EqualTo(
                    "option siloed, 2026/27, step 3: people miss people.control_totals.all by 900: the residual is a share of who is there, and nobody is left there."
                )
            );
        }
    }

    [Test]
    public void A_baseline_that_cannot_run_is_told_as_it_is_without_totals()
    {
        var scenario = Town()
            .WithPeople(people =>
                people with
                {
                    Deaths = new() { Count = Path(50_000), Shares = Spread([1.0], [0.5, 0.5]) },
                }
            );
        var bound = scenario.WithPeople(people => people with { ControlTotals = [Total(1_000)] });

        Assert.That(CentralStudy.Run(Prepared.Of(bound)).Broken, Is.EqualTo(CentralStudy.Run(Prepared.Of(scenario)).Broken).And.Not.Null);
    }

    /// <summary>The town with births, deaths, falling ill and moving away, and an option in which fewer die.</summary>
    private static Scenario Changing(int stepsPerYear)
    {
        var town = Town(Years, stepsPerYear).WithPeople(people => people with
        {
            Moves = [Chances(Well, (Ill, 0.05)), Chances(Ill, (null, 0.08))],
            Births = new() { IsRate = true, Value = Path(0.03), Shares = Spread([1.0], [1.0, 0.0]) },
            Migration = new() { IsRate = false, Value = Path(-9.0, 14.0, 3.0), Shares = Spread([1.0], [0.7, 0.3]) },
        });
        var cure = new Effect
        {
            Owner = new EffectOwner.Alone(),
            On = new Target.Death(),
            Group = CohortGroup.Everyone,
            Strength = Q(0.5),
            Coverage = new Coverage.Stated { Share = Path(0.0), Today = Q(0.0) },
        };
        return town.With(place => place with { Effects = [cure] })
            .WithOption(Safer, place => place with
            {
                Effects =
                    [
                        cure with
                        {
                            Coverage = new Coverage.Stated { Share = Path(1.0), Today = Q(0.0) },
                        },
                    ]
            });
    }

    private static ControlTotal Total(params double[] people) =>
        new() { Of = new() { Ages = [new("all")] }, Totals = [.. people.Select((count, year) => new PathPoint(Start + year, Q(count)))] };

    /// <summary>People on 30 June; between the ends of steps on a straight line.</summary>
    private static double MidYear(Scenario scenario, EngineRun run, int year)
    {
        var steps = scenario.Horizon.StepsPerYear;
        if (steps > 1)
        {
            return All(run, year, (steps / 4) - 1);
        }

        var before = year == 0 ? 1_000.0 : All(run, year - 1, 0);
        return before + ((All(run, year, 0) - before) / 4.0);
    }

    // Added up in the order of the cohorts, as both the run and the fit do.
    private static double All(EngineRun run, int year, int step) =>
        Find(run, "people", year, step, $"{Everyone}|well") + Find(run, "people", year, step, $"{Everyone}|ill");

    private static double Find(EngineRun run, string measure, int year, int? step, string item) =>
        run.Find(Siloed, measure, Start + year, step, item) ?? double.NaN;

    private static double[] Rows(EngineRun run, string measure) =>
        [.. run.Rows.Where(row => row.Key.Measure == measure).Select(row => row.Value)];

    private static double Sum(EngineRun run, string measure, FinancialYear year, string option = Siloed) =>
        run
            .Rows.Where(row => row.Key.Option == option && row.Key.Measure == measure && row.Key.Year == year && row.Key.Step is null)
            .Sum(row => row.Value);
}
