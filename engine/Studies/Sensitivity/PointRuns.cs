using System.Collections.Concurrent;
using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Runs options of a scenario at points: values of its uncertain quantities that a study chooses, rather than draws.</summary>
/// <remarks>Points are the lanes of blocks, which threads take in turn. A point has the same bits in any block, so that threads change
/// none.</remarks>
internal sealed class PointRuns
{
    private readonly PreparedPrograms programs;
    private readonly ImmutableArray<LaneMeasure> measures;
    private readonly Lazy<BreachFinder> finder;
    private readonly int threads;
    private readonly bool isTabulated;
    private readonly Lazy<PointValues> central;

    // Memory for blocks of the interpreter, by lanes: a root is looked for by many runs of few points.
    private readonly ConcurrentDictionary<int, ConcurrentBag<Worker>> idle = [];

    /// <summary>Plans the runs.</summary>
    /// <param name="prepared">A scenario that reading has found sound; freed where points set numbers that may be known.</param>
    /// <param name="of">[measure] what is to be read of every point; each names its option.</param>
    /// <param name="threads">Threads; never changes a bit.</param>
    public PointRuns(Prepared prepared, ImmutableArray<Selection> of, int threads)
    {
        this.threads = threads;
        var scenario = prepared.Scenario;
        isTabulated = of.Any(selection => LaneMeasure.IsTabulated(selection.Measure));
        var wanted = of.SelectMany(selection => LaneMeasure.MadeOf(scenario, selection.Measure)).ToHashSet();
        var bySteps = of.Any(selection => LaneMeasure.NeedsSteps(scenario, selection.Measure));
        programs = prepared.ForPoints(IsRead, bySteps, wanted);
        ImmutableArray<Quantity> quantities = [.. Planned.Quantities.Select(quantity => quantity.Quantity)];
        measures = [.. of.Select(selection => LaneMeasure.Of(scenario, programs.Options, programs.Ledgers, quantities, selection))];
        central = new(() => Run(1, (_, _) => { }));
        finder = new(() => new BreachFinder(programs));

        bool IsRead(Option option) => of.Any(selection =>
            selection.Option == option.Id || selection.Against == option.Id || (isTabulated && scenario.Baseline == option.Id));
    }

    /// <summary>The uncertain quantities.</summary>
    public PlannedDraws Planned => programs.Prepared.Draws;

    /// <summary>Their ranges.</summary>
    /// <param name="seed">Seed of draws, where a range is taken from these.</param>
    public QuantityRanges Ranges(int seed) => programs.Prepared.Ranges(seed);

    /// <summary>[measure] whether any option has what is to be read; a central run tells.</summary>
    public ImmutableArray<bool> AreThere => central.Value.Count > 0 ? [.. measures.Select(measure => measure.IsThere)] : [];

    /// <summary>Whether every number is there in the central run.</summary>
    public bool IsSound => AreThere.All(isThere => isThere) && !IsCentralStopped;

    /// <summary>Whether anything that runs reads a quantity; where numbers are worked out after the runs, any may be read.</summary>
    /// <param name="row">Row of the quantity.</param>
    public bool Uses(int row) =>
        isTabulated
        || Reads(programs.Programs.Opening.Program, row)
        || (programs.Programs.FirstYearStart is { } start && Reads(start.Program, row))
        || programs.Programs.Options.Any(option => Reads(option.Program, row));

    /// <summary>Whether the run of an option itself reads a quantity, apart from today's opening state.</summary>
    /// <param name="row">Row of the quantity.</param>
    /// <param name="option">The option.</param>
    public bool Uses(int row, OptionId option) =>
        programs
            .Programs.Options.Zip(programs.Options, (program, known) => known.Id == option && Reads(program.Program, row))
            .Any(reads => reads);

    /// <summary>How many numbers are read of each point.</summary>
    public int Measures => measures.Length;

    /// <summary>Whether the central run is stopped.</summary>
    public bool IsCentralStopped => central.Value.IsStopped(0);

    /// <summary>A place for what points come to that are run elsewhere.</summary>
    /// <param name="count">How many.</param>
    /// <param name="fill">Says what they are.</param>
    public PointValues Unrun(int count, PointFill fill) => new(this, fill, count, measures.Length);

    /// <summary>Runs points.</summary>
    /// <param name="count">How many.</param>
    /// <param name="fill">Puts a point, by its number from 0, in the place of the central values that it is given; called by several
    /// threads at once.</param>
    /// <param name="progress">Told the share of the points that are done.</param>
    /// <param name="stop">Interrupts between blocks.</param>
    public PointValues Run(int count, PointFill fill, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        var lanes = programs.LanesOf(count);
        var bag = programs.IsCompiled(count) ? [] : idle.GetOrAdd(lanes, _ => []);
        var values = Unrun(count, fill);
        var blocks = (count + lanes - 1) / lanes;
        var done = 0;
        Parallel.For(
            0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop },
            () => bag.TryTake(out var known) ? known : new Worker(this, programs.Block(count, threads)),
            (block, _, worker) =>
            {
                worker.Run(block * lanes, values);
                progress?.Report((double)Interlocked.Increment(ref done) / blocks);
                return worker;
            },
            bag.Add);
        return values;
    }

    private static bool Reads(LaneProgram program, int row) => program.UsesInput.ElementAtOrDefault(row);

    /// <summary>What a point that was stopped breaks.</summary>
    internal string ReasonOf(double[] point, int rule) => rule switch
    {
        PointValues.NotThere => "there is no such number",
        PointValues.BrokeInvariant => finder.Value.Find(point),
        _ => Planned.LimitSentences[rule],
    };

    /// <summary>One thread's memory for a block.</summary>
    private sealed class Worker
    {
        private readonly PointRuns runs;
        private readonly BlockRunner block;
        private readonly double[] quantities;
        private readonly bool[] isStopped;
        private readonly double[] read;

        public Worker(PointRuns runs, BlockRunner block)
        {
            (this.runs, this.block) = (runs, block);
            quantities = new double[runs.Planned.Plan.Central.Length * block.Lanes];
            isStopped = new bool[block.Lanes];
            read = new double[block.Lanes];
        }

        public void Run(int first, PointValues values)
        {
            var count = Math.Min(block.Lanes, values.Count - first);
            Array.Clear(isStopped);
            for (var lane = 0; lane < block.Lanes; lane++)
            {
                // Lanes that are not needed have central values.
                var point = lane < count ? values.Point(first + lane) : [.. runs.Planned.Plan.Central];
                block.Put(quantities, lane, point);
                if (lane < count && BrokenLimit(point) is >= 0 and var rule)
                {
                    isStopped[lane] = true;
                    values.Stop(first + lane, rule);
                    block.Put(quantities, lane, runs.Planned.Plan.Central.AsSpan());
                }
            }

            foreach (var lane in block.Run(quantities, isStopped.AsSpan(0, count)))
            {
                values.Stop(first + lane, PointValues.BrokeInvariant);
            }

            for (var measure = 0; measure < runs.measures.Length; measure++)
            {
                runs.measures[measure].Read(block.Ledgers, quantities, read.AsSpan(0, count));
                values.Take(measure, first, read.AsSpan(0, count));
                for (var lane = 0; lane < count; lane++)
                {
                    if (double.IsNaN(read[lane]) && !isStopped[lane])
                    {
                        isStopped[lane] = true;
                        values.Stop(first + lane, PointValues.NotThere);
                    }
                }
            }
        }

        private int BrokenLimit(double[] point)
        {
            var limits = runs.Planned.Plan.Limits;
            for (var rule = 0; rule < limits.Length; rule++)
            {
                if (!limits[rule].Holds(point))
                {
                    return rule;
                }
            }

            return -1;
        }
    }
}
