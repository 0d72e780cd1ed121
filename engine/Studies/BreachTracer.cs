using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Says which number of a scenario breaks a run: the one without which it would be sound.</summary>
/// <remarks>
/// What breaks the opening state is whatever leaves it whole by going; what the run does after that is told by itself.
/// Every number that may be why is taken away in a lane of its own, the likeliest first; and, where none of them does it alone, the first
/// of them together, then one more, and so on: the last that is needed is told.
/// </remarks>
internal static class BreachTracer
{
    private const int MostSuspects = 400;

    /// <summary>A breach at the path of the number that is why, where there is one.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <param name="broken">What broke.</param>
    public static BrokenInvariant Traced(Prepared prepared, BrokenInvariant broken)
    {
        var scenario = prepared.Scenario;
        var option = scenario.Options.FirstOrDefault(known => known.Id == broken.Option) ?? scenario.BaselineOption;
        var suspects = Suspects.Of(scenario, option.Place, broken.Fault).Take(MostSuspects).ToArray();
        return suspects.Length > 0 && Culprit(prepared, option, suspects, broken.Fault) is { } culprit
            ? broken with { Path = suspects[culprit].Quantity.Name }
            : broken;
    }

    private static int? Culprit(Prepared prepared, Option option, (Quantity Quantity, double Nothing)[] suspects, RunFault fault)
    {
        // Whether a number is too large shows in what the run leaves alone.
        var (atStart, leaves) = (fault is RunFault.Returns or RunFault.ObservedRates, fault is RunFault.Growth);
        var freed = prepared.Freeing(suspects.Select(suspect => suspect.Quantity.Name));
        var rows = freed
            .Draws.Quantities.Select((quantity, row) => (quantity.Quantity.Name, row))
            .ToLookup(pair => pair.Name, pair => pair.row);
        var programs = freed.Programs(known => known == option, new RunPurpose { Drawn = true, Wants = _ => leaves });
        for (var first = 0; first < 2 * suspects.Length; first += programs.MostLanes)
        {
            var lanes = Math.Min(programs.MostLanes, 2 * suspects.Length - first);
            var sound = Sound(programs, lanes, Without, atStart).IndexOf(true);
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
    private static List<bool> Sound(
        PreparedPrograms programs,
        int lanes,
        Func<int, IEnumerable<(int Row, double Value)>> values,
        bool atStart
    )
    {
        var block = programs.Block((lanes + LaneMemory.LaneUnit - 1) / LaneMemory.LaneUnit * LaneMemory.LaneUnit);
        var quantities = programs.CentralQuantities(block.Lanes);
        for (var lane = 0; lane < lanes; lane++)
        {
            foreach (var (row, value) in values(lane))
            {
                quantities[(row * block.Lanes) + lane] = value;
            }
        }

        var opens = block.OpenEach(quantities);
        if (atStart)
        {
            return [.. opens[..lanes]];
        }

        var broken = block.Run(0, quantities);
        var sound = new List<bool>();
        for (var lane = 0; lane < lanes; lane++)
        {
            sound.Add(opens[lane] && broken[lane] == 0.0);
        }

        return sound;
    }
}
