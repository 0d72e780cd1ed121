using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Looks into draws whose runs broke an invariant: runs them again with every check apart.</summary>
internal sealed class BrokenDraws(
    Scenario scenario, ImmutableArray<Option> options, ImmutableArray<Plan> plans, DrawPlan drawPlan, ulong seed, long draws)
{
    private readonly int baseline = options.IndexOf(scenario.BaselineOption);

    /// <summary>What they broke, by rule.</summary>
    /// <param name="broken">The first of the draws.</param>
    /// <param name="count">How many there are in all.</param>
    public IEnumerable<StoppedDraws> Tell(IReadOnlyList<long> broken, long count)
    {
        var programs = ScenarioPrograms.Write(plans, plans[baseline], new RunPurpose { Drawn = true, ChecksApart = true });
        var loop = new RunLoop(programs, LaneMemory.LaneUnit, _ => new Interpreter());
        var found = new Dictionary<string, StoppedDraws>();
        foreach (var draw in broken)
        {
            var reason = Reason(programs, loop, draw);
            var known = found.GetValueOrDefault(reason, new StoppedDraws(reason, 0, draw));
            found[reason] = known with { Count = known.Count + 1 };
        }

        return count > broken.Count
            ? found.Values.Append(new StoppedDraws($"more runs broke an invariant; the first {broken.Count} were looked into", count - broken.Count, broken[^1] + 1))
            : found.Values;
    }

    private string Reason(ScenarioPrograms programs, RunLoop loop, long draw)
    {
        var block = new DrawBlock(drawPlan, seed, draws, LaneMemory.LaneUnit);
        block.Fill(draw);
        for (var row = 0; row < block.Quantities.Length; row += LaneMemory.LaneUnit)
        {
            block.Quantities.Slice(row, LaneMemory.LaneUnit).Fill(block.Quantities[row]);
        }

        if (loop.Open(block.Quantities) is { } atStart)
        {
            return BrokenInvariant.Kind(scenario, scenario.BaselineOption, atStart);
        }

        for (var option = 0; option < options.Length; option++)
        {
            var ledger = new Ledger(programs.Options[option].Ledger, plans[option].Years, 0, LaneMemory.LaneUnit);
            if (loop.FindBreach(option, plans[option], block.Quantities, ledger) is { } breach)
            {
                return BrokenInvariant.Kind(scenario, options[option], breach);
            }
        }

        return "a run left a value that is not a number";
    }
}
