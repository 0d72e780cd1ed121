using System.Runtime.InteropServices;
using System.Security.Cryptography;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Tests;

/// <summary>Runs a scenario's programs over lanes with a choice of executor, and gives what they leave, bit for bit.</summary>
internal sealed class LaneRuns
{
    private readonly Plan[] plans;
    private readonly ScenarioPrograms programs;

    private LaneRuns(Plan[] plans, ScenarioPrograms programs)
    {
        this.plans = plans;
        this.programs = programs;
    }

    /// <summary>[quantity] central values of the uncertain quantities.</summary>
    public IReadOnlyList<double> Central => plans[0].CentralQuantities;

    /// <summary>Writes the programs of a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="drawn">Whether uncertain quantities are inputs.</param>
    /// <param name="byChance">Whether what the scenario leaves to chance is.</param>
    public static LaneRuns Of(Scenario scenario, bool drawn, bool byChance = false)
    {
        var plans = Planner.Build(scenario).ToArray();
        var baseline = plans[scenario.Options.IndexOf(scenario.BaselineOption)];
        return new LaneRuns(
            plans,
            ScenarioPrograms.Write(
                plans,
                baseline,
                new RunPurpose
                {
                    Drawn = drawn,
                    ByChance = byChance,
                    BySteps = true,
                }
            )
        );
    }

    /// <summary>Quantities of some lanes: the first central, each other moved a little in its own way.</summary>
    /// <returns><c>[quantity][lane]</c>.</returns>
    public double[][] Quantities(int seed, int lanes)
    {
        var random = new Random(seed);
        return [.. Central.Select(value => Enumerable.Range(0, lanes)
            .Select(lane => lane == 0 ? value : value * (1.0 + (0.02 * (random.NextDouble() - 0.5)))).ToArray())];
    }

    /// <summary>The bits of every number that every option leaves in every lane, in an order that no executor knows.</summary>
    /// <param name="quantities"><c>[quantity][lane]</c>.</param>
    /// <param name="lanes">Lanes in all; a multiple of the block.</param>
    /// <param name="block">Lanes run side by side.</param>
    /// <param name="executor">How to run a program.</param>
    /// <param name="firstDraw">Whose chance the first lane has; the others follow.</param>
    public long[] Bits(double[][] quantities, int lanes, int block, Func<LaneProgram, IExecutor> executor, long firstDraw = 1)
    {
        var loop = new RunLoop(programs, block, executor);
        var bits = new List<long>[lanes];
        for (var first = 0; first < lanes; first += block)
        {
            var inputs = quantities.SelectMany(row => row.Skip(first).Take(block)).ToArray();
            loop.Draws = new LaneDraws(1, firstDraw + first);
            loop.Open(inputs);
            for (var lane = 0; lane < block; lane++)
            {
                bits[first + lane] = [];
            }

            for (var option = 0; option < plans.Length; option++)
            {
                var ledger = new Ledger(programs.Options[option].Ledger, plans[option].Years, plans[option].Steps, block);
                loop.Run(option, plans[option], inputs, ledger);
                Add(bits.AsSpan(first, block), ledger);
            }
        }

        return [.. bits.SelectMany(lane => lane)];
    }

    /// <summary>A hash of bits.</summary>
    public static string Hash(ReadOnlySpan<long> bits) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(bits)));

    private static void Add(Span<List<long>> bits, Ledger ledger)
    {
        for (var row = 0; row < ledger.Layout.Rows.Length; row++)
        {
            for (var lane = 0; lane < bits.Length; lane++)
            {
                for (var year = 0; year < ledger.YearCount; year++)
                {
                    bits[lane].Add(BitsOf(ledger.Year(row, year)[lane]));
                }

                for (var step = 0; step < ledger.StepCount; step++)
                {
                    bits[lane].Add(BitsOf(ledger.Step(row, step)[lane]));
                }
            }
        }
    }

    /// <summary>What is not a number has no bits of its own: processors differ in its sign, and a run that comes to it is
    /// stopped.</summary>
    private static long BitsOf(double value) => BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
