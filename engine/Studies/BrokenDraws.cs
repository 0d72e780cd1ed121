using SystemSim.Analysis;
using SystemSim.Lanes;

namespace SystemSim.Studies;

/// <summary>Looks into draws whose runs broke an invariant.</summary>
internal sealed class BrokenDraws(PreparedPrograms programs, ulong seed, long draws)
{
    /// <summary>What they broke, by rule.</summary>
    /// <param name="broken">The first of the draws.</param>
    /// <param name="count">How many there are in all.</param>
    public IEnumerable<StoppedDraws> Tell(IReadOnlyCollection<long> broken, long count)
    {
        var finder = new BreachFinder(programs);
        var found = new Dictionary<string, StoppedDraws>();
        foreach (var draw in broken)
        {
            var reason = finder.Find(Drawn(draw), new LaneDraws(seed, draw, AreOne: true));
            var known = found.GetValueOrDefault(reason, new StoppedDraws(reason, 0, draw));
            found[reason] = known with { Count = known.Count + 1 };
        }

        return count > broken.Count
            ? found.Values.Append(
                new StoppedDraws(
                    $"more runs broke an invariant; the first {broken.Count} were looked into",
                    count - broken.Count,
                    broken.Max() + 1
                )
            )
            : found.Values;
    }

    /// <summary>[quantity] what a draw is.</summary>
    private double[] Drawn(long draw)
    {
        var drawPlan = programs.Prepared.Draws.Plan;
        var block = new DrawBlock(drawPlan, seed, draws, LaneMemory.LaneUnit);
        block.Fill(draw);
        var drawn = new double[drawPlan.Central.Length];
        for (var row = 0; row < drawn.Length; row++)
        {
            drawn[row] = block.Quantities[row * LaneMemory.LaneUnit];
        }

        return drawn;
    }
}
