using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Bench;

/// <summary>Runs draws of one option of the borough scenario, block by block, invariants on and every measure kept.</summary>
/// <remarks>
/// A draw is 30 uniform numbers made anew and one option run over 240 months. What the hand-written kernel does too is counted: drawing,
/// running, keeping the results of a block.
/// </remarks>
public sealed class BoroughDraws
{
    private const ulong Seed = 12345;

    private readonly Plan plan;
    private readonly RunLoop loop;
    private readonly Ledger ledger;
    private readonly double[] quantities;
    private readonly (double Low, double Width)[] bounds;
    private readonly int block;

    /// <summary>Plans and prepares the scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="option">Name of the option.</param>
    /// <param name="lanes">Lanes of a block.</param>
    /// <param name="executor">What runs a program.</param>
    public BoroughDraws(Scenario scenario, string option, int lanes, Func<LaneProgram, IExecutor> executor)
    {
        var plans = Planner.Build(scenario);
        plan = plans[scenario.Options.ToList().FindIndex(known => known.Id.Name == option)];
        block = lanes;
        var programs = ScenarioPrograms.Write([plan], plans[0], new RunPurpose { Drawn = true });
        loop = new RunLoop(programs, block, executor);
        ledger = new Ledger(programs.Options[0].Ledger, plan.Years, 0, block);
        quantities = new double[programs.Quantities * block];
        bounds =
        [
            .. scenario.Factors.Select(factor =>
                (factor.Value.Spread!.Low!.Value, factor.Value.Spread.High!.Value - factor.Value.Spread.Low.Value)
            ),
        ];
    }

    /// <summary>Runs draws.</summary>
    /// <param name="draws">How many.</param>
    /// <param name="isDrawn">Whether each block has uniform numbers of its own, rather than the first block's: to time a run
    /// alone.</param>
    /// <returns>Cost of all draws and years, so that nothing is left out as unused.</returns>
    public double Run(int draws, bool isDrawn = true)
    {
        var cost = 0.0;
        for (var first = 0; first < draws; first += block)
        {
            if (isDrawn || first == 0)
            {
                Draw(first);
            }

            if (loop.Open(quantities) is not null || !loop.Run(0, plan, quantities, ledger))
            {
                throw new InvalidOperationException("An invariant broke.");
            }

            for (var year = 0; year < plan.Years; year++)
            {
                cost += ledger.InYear(new LedgerRow(Measure.ProviderCost, 0, 0), year);
            }
        }

        return cost;
    }

    private void Draw(int first)
    {
        for (var row = 0; row < bounds.Length; row++)
        {
            for (var lane = 0; lane < block; lane++)
            {
                quantities[(row * block) + lane] = bounds[row].Low + (bounds[row].Width * Uniform((ulong)(first + lane), row));
            }
        }
    }

    /// <summary>SplitMix64 at a counter, as the hand-written kernel draws.</summary>
    private static double Uniform(ulong draw, int row)
    {
        unchecked
        {
            var z = Seed + (((draw * 32) + (ulong)row + 1) * 0x9E3779B97F4A7C15);
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
