using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Finds what is wrong with a scenario only once its numbers are put together, without running it.</summary>
public static class PlanCheck
{
    /// <summary>Everything found, each number that is why told once; empty when the scenario can be run.</summary>
    /// <param name="prepared">The scenario.</param>
    public static ImmutableArray<BrokenInvariant> Run(Prepared prepared)
    {
        var (scenario, option) = (prepared.Scenario, prepared.Scenario.BaselineOption);
        var found = OutflowProgram
            .Write(prepared.Baseline, prepared.Lanes)
            .Breaches(prepared.Lanes)
            .Select(breach =>
                BrokenInvariant.Tell(scenario, option, breach) is var told && LargestOutflow(scenario, breach) is { } largest
                    ? told with
                    {
                        Path = largest,
                    }
                    : told
            )
            .GroupBy(told => told.Path)
            .Select(Together)
            .ToList();
        if (prepared.Programs(named: null, new RunPurpose()).Block().Open([]) is { } atStart)
        {
            found.Add(BreachTracer.Traced(prepared, BrokenInvariant.Tell(scenario, option, atStart)));
        }

        return [.. found];
    }

    /// <summary>One number takes too many from several cohorts: the first of them is told, and how many others there are.</summary>
    private static BrokenInvariant Together(IEnumerable<BrokenInvariant> alike)
    {
        var all = alike.ToArray();
        return all.Length == 1
            ? all[0]
            : all[0] with
            {
                Sentence = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{all[0].Sentence[..^1]}; and {all.Length - 1} other cohort{(all.Length == 2 ? "" : "s")}."
                ),
            };
    }

    /// <summary>Path of the number by which most leave a cohort in the year of a breach.</summary>
    private static string? LargestOutflow(Scenario scenario, Breach breach)
    {
        var people = scenario.BaselineOption.Place.People;
        var (needs, ages) = (people.Need.Length, people.Ages.Length);
        var (need, age, area) = (breach.Row % needs, breach.Row / needs % ages, breach.Row / needs / ages);
        var year = scenario.Horizon.YearAt(breach.Year);
        var moves =
            from row in people.Moves
            where
                row.From == people.Need[need].Id
                && new CohortGroup { Areas = row.Areas, Ages = row.Ages }.Includes(people.Areas[area], people.Ages[age].Id, row.From)
            from entry in row.Entries
            where entry.To != row.From
            select (Number: In(entry.Value, year), Scale: row.Kind == MoveKind.Count ? 0.0 : 1.0 / row.Over);
        var deaths =
            people.Deaths is not { } stated ? []
            : stated.Count is { } count ? [(Number: In(count, year), Scale: 0.0)]
            : new[] { (Number: In(stated.Chances[(age * needs) + need], year), Scale: 1.0 / stated.Over) };
        return moves
            .Concat(deaths)
            .OrderByDescending(leaving => leaving.Number.Value * leaving.Scale)
            .Select(leaving => leaving.Number.Name)
            .FirstOrDefault(name => name.Length > 0);
    }

    private static Quantity In(YearlyPath path, FinancialYear year) =>
        (path.Points.LastOrDefault(point => point.From <= year) ?? path.Points[0]).Value;
}
