using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>One thread's memory for a block of lanes, and the way from its quantities to its ledgers.</summary>
internal sealed class BlockRunner
{
    private readonly PreparedPrograms programs;
    private readonly RunLoop loop;
    private readonly List<int> broken = [];

    /// <summary>Sets memory aside.</summary>
    /// <param name="programs">What to run.</param>
    /// <param name="lanes">Lanes of the block.</param>
    /// <param name="executor">How to run a program.</param>
    public BlockRunner(PreparedPrograms programs, int lanes, Func<LaneProgram, IExecutor> executor)
    {
        this.programs = programs;
        Lanes = lanes;
        loop = new RunLoop(programs.Programs, lanes, executor);
        Ledgers =
        [
            .. programs.Ledgers.Zip(programs.Plans, (layout, plan) =>
                new Ledger(layout, plan.Years, programs.Purpose.BySteps ? plan.Steps : 0, lanes)
            ),
        ];
    }

    /// <summary>Lanes of the block.</summary>
    public int Lanes { get; }

    /// <summary>[option] what the latest runs left.</summary>
    public Ledger[] Ledgers { get; }

    /// <summary>Which draws the lanes are; without meaning where nothing in a run is by chance.</summary>
    public LaneDraws Draws
    {
        set => loop.Draws = value;
    }

    /// <summary>Works out the opening state.</summary>
    /// <param name="quantities"><c>[quantity * lanes + lane]</c> the uncertain quantities; empty where programs use central values.</param>
    /// <returns>What broke; null when all is sound.</returns>
    public Breach? Open(ReadOnlySpan<double> quantities) => loop.Open(quantities);

    /// <summary>Works out the opening state of each lane by itself.</summary>
    /// <param name="quantities">As given to <see cref="Open"/>.</param>
    /// <returns>[lane] whether it is sound.</returns>
    public bool[] OpenEach(ReadOnlySpan<double> quantities) => loop.OpenEach(quantities);

    /// <summary>Runs an option from the opening state.</summary>
    /// <param name="option">Row of the option.</param>
    /// <param name="quantities">As given to <see cref="Open"/>.</param>
    /// <returns>[lane] 0 where the run kept every invariant and left nothing but finite numbers.</returns>
    public ReadOnlySpan<double> Run(int option, ReadOnlySpan<double> quantities)
    {
        loop.Run(option, programs.Plans[option], quantities, Ledgers[option]);
        return loop.Broken(option);
    }

    /// <summary>Runs all options. A lane that cannot even start has central values from then on, and the others their own.</summary>
    /// <param name="quantities">As given to <see cref="Open"/>.</param>
    /// <param name="isStopped">[lane] whether it has been stopped; receives which have been now. As many as are asked for: the others have
    /// central values.</param>
    /// <returns>The lanes that broke an invariant, in the order in which they did.</returns>
    public IReadOnlyList<int> Run(Span<double> quantities, Span<bool> isStopped)
    {
        broken.Clear();
        while (loop.Open(quantities) is { Lane: var lane } && lane < isStopped.Length && !isStopped[lane])
        {
            Stop(isStopped, lane);
            Put(quantities, lane, programs.Prepared.Draws.Plan.Central.AsSpan());
        }

        for (var option = 0; option < Ledgers.Length; option++)
        {
            var marks = Run(option, quantities);
            for (var lane = marks.IndexOfAnyExcept(0.0) is >= 0 and var first ? first : isStopped.Length; lane < isStopped.Length; lane++)
            {
                if (marks[lane] != 0.0 && !isStopped[lane])
                {
                    Stop(isStopped, lane);
                }
            }
        }

        return broken;
    }

    /// <summary>What the first option to break anything breaks; the programs must keep their checks apart.</summary>
    /// <param name="quantities">As given to <see cref="Open"/>.</param>
    /// <returns>The option, and what it breaks; null when every invariant held.</returns>
    public (Option Option, Breach Breach)? FirstBreach(ReadOnlySpan<double> quantities)
    {
        if (loop.Open(quantities) is { } atStart)
        {
            return (programs.Prepared.Scenario.BaselineOption, atStart);
        }

        for (var option = 0; option < Ledgers.Length; option++)
        {
            if (loop.FindBreach(option, programs.Plans[option], quantities, Ledgers[option]) is { } breach)
            {
                return (programs.Options[option], breach);
            }
        }

        return null;
    }

    /// <summary>Gives a lane its quantities.</summary>
    /// <param name="quantities">As given to <see cref="Open"/>.</param>
    /// <param name="lane">The lane.</param>
    /// <param name="point">[quantity] what it is to have.</param>
    public void Put(Span<double> quantities, int lane, ReadOnlySpan<double> point)
    {
        for (var row = 0; row < point.Length; row++)
        {
            quantities[(row * Lanes) + lane] = point[row];
        }
    }

    private void Stop(Span<bool> isStopped, int lane)
    {
        isStopped[lane] = true;
        broken.Add(lane);
    }
}
