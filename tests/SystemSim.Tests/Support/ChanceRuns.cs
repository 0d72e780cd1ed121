using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Tests;

/// <summary>Many draws of a scenario in which chance is all that differs.</summary>
internal sealed class ChanceRuns
{
    private readonly Ledger[][] ledgers;
    private readonly Population people;

    private ChanceRuns(Ledger[][] ledgers, Population people)
    {
        this.ledgers = ledgers;
        this.people = people;
    }

    /// <summary>Draws in which no invariant broke, in every option.</summary>
    public int Sound { get; private init; }

    /// <summary>Runs them.</summary>
    public static ChanceRuns Of(Scenario scenario, int draws, params ByChance[] chance)
    {
        const int Lanes = 64;
        var plans = Planner.Build(scenario with { Drawing = new() { Chance = [.. chance] } });
        var programs = ScenarioPrograms.Write(
            plans,
            plans[scenario.Options.IndexOf(scenario.BaselineOption)],
            new RunPurpose { ByChance = true, BySteps = true }
        );
        var loop = new RunLoop(programs, Lanes, _ => new Interpreter());
        var ledgers = new List<Ledger[]>();
        var sound = 0;
        for (var first = 1; first <= draws; first += Lanes)
        {
            loop.Draws = new LaneDraws(20251, first);
            loop.Open([]);
            ledgers.Add([
                .. plans.Select(
                    (plan, option) =>
                    {
                        var ledger = new Ledger(programs.Options[option].Ledger, plan.Years, plan.Steps, Lanes);
                        loop.Run(option, plan, [], ledger);
                        return ledger;
                    }
                ),
            ]);
            sound += Enumerable
                .Range(0, Lanes)
                .Count(lane => Enumerable.Range(0, plans.Length).All(option => loop.Broken(option)[lane] == 0.0));
        }

        return new ChanceRuns([.. ledgers], scenario.BaselineOption.Place.People) { Sound = sound };
    }

    /// <summary>[draw] a measure when a step has ended.</summary>
    public double[] Of(Measure measure, int row, int step, int option = 0) =>
        [
            .. ledgers.SelectMany(block =>
                block[option].Step(block[option].Layout.Rows.IndexOf(new LedgerRow(measure, row, 0)), step).ToArray()
            ),
        ];

    /// <summary>[draw] people of a cohort when a step has ended.</summary>
    public double[] People(int area, int age, int need, int step, int option = 0) =>
        Of(Measure.People, people.Cohort(area, age, need), step, option);
}
