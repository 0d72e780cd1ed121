using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Finds what is wrong with a scenario only once its numbers are put together, without running it.</summary>
public static class PlanCheck
{
    /// <summary>Everything found; empty when the scenario can be run.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    public static ImmutableArray<BrokenInvariant> Run(Scenario scenario)
    {
        var plans = Planner.Build(scenario);
        var option = scenario.BaselineOption;
        var baseline = plans[scenario.Options.IndexOf(option)];
        var breaches = OutflowProgram.Write(baseline).Breaches().ToList();
        var programs = ScenarioPrograms.Write(plans, baseline, new RunPurpose());
        if (new RunLoop(programs, LaneMemory.LaneUnit, _ => new Interpreter()).Open([]) is { } breach)
        {
            breaches.Add(breach);
        }

        return [.. breaches.Select(found => BrokenInvariant.Tell(scenario, option, found))];
    }
}
