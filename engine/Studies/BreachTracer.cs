using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Says which number of a scenario breaks a run: the one without which it would be sound.</summary>
/// <remarks>
/// What breaks the opening state is whatever leaves it whole by going; what the run does after that is told by itself.
/// Every number that may be why is taken away in a lane of its own, the likeliest first; and, where none of them does it alone, the first of them together, then one more, and so on: the
/// last that is needed is told.
/// </remarks>
internal static class BreachTracer
{
    private const int MostSuspects = 400;
    private const int LanesAtOnce = 8 * LaneMemory.LaneUnit;

    /// <summary>A breach at the path of the number that is why, where there is one.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="broken">What broke.</param>
    public static BrokenInvariant Traced(Scenario scenario, BrokenInvariant broken)
    {
        var option = scenario.Options.FirstOrDefault(known => known.Id == broken.Option) ?? scenario.BaselineOption;
        var suspects = Suspects.Of(scenario, option.Place, broken.Fault).Take(MostSuspects).ToArray();
        return suspects.Length > 0 && Culprit(scenario, option, suspects, broken.Fault is RunFault.Returns or RunFault.ObservedRates) is { } culprit ? broken with { Path = suspects[culprit].Quantity.Name } : broken;
    }

    private static int? Culprit(Scenario scenario, Option option, (Quantity Quantity, double Nothing)[] suspects, bool atStart)
    {
        var names = suspects.Select(suspect => suspect.Quantity.Name).ToHashSet();
        var rows = DrawPlanner.Build(scenario, names).Quantities.Select((quantity, row) => (quantity.Quantity.Name, row)).ToLookup(pair => pair.Name, pair => pair.row);
        var plans = Planner.Build(scenario, names);
        var (baseline, plan) = (plans[scenario.Options.IndexOf(scenario.BaselineOption)], plans[scenario.Options.IndexOf(option)]);
        var programs = ScenarioPrograms.Write([plan], baseline, new RunPurpose { Drawn = true, Wants = _ => false });
        for (var first = 0; first < 2 * suspects.Length; first += LanesAtOnce)
        {
            var lanes = Math.Min(LanesAtOnce, 2 * suspects.Length - first);
            var sound = Sound(programs, plan, lanes, Without, atStart).IndexOf(true);
            if (sound >= 0)
            {
                return (first + sound) % suspects.Length;
            }

            // First each alone, then the first one, the first two, and so on.
            IEnumerable<(int Row, double Value)> Without(int lane)
            {
                var point = first + lane;
                var away = point < suspects.Length ? suspects[point..(point + 1)] : suspects[..(point - suspects.Length + 1)];
                return from suspect in away from row in rows[suspect.Quantity.Name] select (row, suspect.Nothing);
            }
        }

        return null;
    }

    /// <summary>[lane] whether a run with some values in the place of the central ones keeps every invariant, or at least opens.</summary>
    private static List<bool> Sound(ScenarioPrograms programs, Plan plan, int lanes, Func<int, IEnumerable<(int Row, double Value)>> values, bool atStart)
    {
        var all = (lanes + LaneMemory.LaneUnit - 1) / LaneMemory.LaneUnit * LaneMemory.LaneUnit;
        var quantities = new double[plan.CentralQuantities.Length * all];
        for (var row = 0; row < plan.CentralQuantities.Length; row++)
        {
            quantities.AsSpan(row * all, all).Fill(plan.CentralQuantities[row]);
        }

        for (var lane = 0; lane < lanes; lane++)
        {
            foreach (var (row, value) in values(lane))
            {
                quantities[(row * all) + lane] = value;
            }
        }

        var loop = new RunLoop(programs, all, _ => new Interpreter());
        var opens = loop.OpenEach(quantities);
        if (atStart)
        {
            return [.. opens[..lanes]];
        }

        loop.Run(0, plan, quantities, new Ledger(programs.Options[0].Ledger, plan.Years, 0, all));
        var broken = loop.Broken(0);
        var sound = new List<bool>();
        for (var lane = 0; lane < lanes; lane++)
        {
            sound.Add(opens[lane] && broken[lane] == 0.0);
        }

        return sound;
    }
}
