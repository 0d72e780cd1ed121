using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Finds what is wrong with a scenario only once its numbers are put together, without running it.</summary>
public static class PlanCheck
{
    /// <summary>Everything found, each number that is why told once; empty when the scenario can be run.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    public static ImmutableArray<BrokenInvariant> Run(Scenario scenario)
    {
        var plans = Planner.Build(scenario);
        var option = scenario.BaselineOption;
        var baseline = plans[scenario.Options.IndexOf(option)];
        var found = OutflowProgram.Write(baseline).Breaches()
            .Select(breach => BrokenInvariant.Tell(scenario, option, breach) is var told && LargestOutflow(scenario, breach) is { } largest ? told with { Path = largest } : told)
            .GroupBy(told => told.Path).Select(Together).ToList();
        var programs = ScenarioPrograms.Write(plans, baseline, new RunPurpose());
        if (new RunLoop(programs, LaneMemory.LaneUnit, _ => new Interpreter()).Open([]) is { } atStart)
        {
            found.Add(BreachTracer.Traced(scenario, BrokenInvariant.Tell(scenario, option, atStart)));
        }

        return [.. found];
    }

    /// <summary>One number takes too many from several cohorts: the first of them is told, and how many others there are.</summary>
    private static BrokenInvariant Together(IEnumerable<BrokenInvariant> alike)
    {
        var all = alike.ToArray();
        return all.Length == 1 ? all[0] : all[0] with
        {
            Sentence = string.Create(CultureInfo.InvariantCulture, $"{all[0].Sentence[..^1]}; and {all.Length - 1} other cohort{(all.Length == 2 ? "" : "s")}."),
        };
    }

    /// <summary>Path of the number by which most leave a cohort in the year of a breach.</summary>
    private static string? LargestOutflow(Scenario scenario, Breach breach)
    {
        var people = scenario.BaselineOption.Place.People;
        var (needs, ages) = (people.Need.Length, people.Ages.Length);
        var (need, age, area) = (breach.Row % needs, breach.Row / needs % ages, breach.Row / needs / ages);
        var year = scenario.Horizon.YearAt(breach.Year);
        var moves = from row in people.Moves
                    where row.From == people.Need[need].Id
                        && new CohortGroup { Areas = row.Areas, Ages = row.Ages }.Includes(people.Areas[area], people.Ages[age].Id, row.From)
                    from entry in row.Entries
                    where entry.To != row.From
                    select (Number: In(entry.Value, year), Scale: row.Kind == MoveKind.Count ? 0.0 : 1.0 / row.Over);
        var deaths = people.Deaths is not { } stated ? []
            : stated.Count is { } count ? [(Number: In(count, year), Scale: 0.0)]
            : new[] { (Number: In(stated.Chances[(age * needs) + need], year), Scale: 1.0 / stated.Over) };
        return moves.Concat(deaths).OrderByDescending(leaving => leaving.Number.Value * leaving.Scale).Select(leaving => leaving.Number.Name).FirstOrDefault(name => name.Length > 0);
    }

    private static Quantity In(YearlyPath path, FinancialYear year) => (path.Points.LastOrDefault(point => point.From <= year) ?? path.Points[0]).Value;
}
