using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>The equations of who leaves each cohort in a step, before any effect or harm: nobody may be asked to leave twice.</summary>
public sealed record OutflowProgram
{
    private const double Rounding = 1e-9;

    /// <summary>The instructions.</summary>
    public required LaneProgram Program { get; init; }

    /// <summary>[cohort] output: people left once all who would leave have left.</summary>
    public required ImmutableArray<int> Left { get; init; }

    /// <summary>Years of the run.</summary>
    public required int Years { get; init; }

    /// <summary>Writes the equations of a plan, with central values.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="lanes">How the program is made.</param>
    public static OutflowProgram Write(Plan plan, LaneOptions lanes)
    {
        var set = new EquationSet { Section = Section.Step, Passes = lanes.Passes };
        var people = new PeopleEquations(new PlanValues(plan, set, drawn: false));
        var flows = people.Flows(people.AtStart, (_, _) => set.One, _ => set.One);
        return new OutflowProgram
        {
            Left = [.. flows.Left.Select(left => set.Output(left))],
            Program = set.ToProgram(),
            Years = plan.Years,
        };
    }

    /// <summary>Cohorts that opening people could not feed for one step, each with the first year in which that is so.</summary>
    /// <param name="lanes">How the program is run.</param>
    public IEnumerable<Breach> Breaches(LaneOptions lanes)
    {
        var memory = new LaneMemory(Program, LaneMemory.LaneUnit);
        var executor = lanes.ForFewRuns(Program);
        executor.Run(Section.Draw, memory);
        var found = new HashSet<int>();
        for (memory.Year = 0; memory.Year < Years; memory.Year++)
        {
            executor.Run(Section.YearStart, memory);
            executor.Run(Section.Step, memory);
            for (var cohort = 0; cohort < Left.Length; cohort++)
            {
                var left = memory.Output(Left[cohort])[0];
                if (!(left >= -Rounding) && found.Add(cohort))
                {
                    yield return new Breach(Invariant.OutflowWithinStock, cohort, memory.Year, -1, 0, -left);
                }
            }
        }
    }
}
