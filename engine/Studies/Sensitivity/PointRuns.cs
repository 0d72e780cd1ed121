using System.Collections.Concurrent;
using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Runs options of a scenario at points: values of its uncertain quantities that a study chooses, rather than draws.</summary>
/// <remarks>Points are the lanes of blocks, which threads take in turn. A point has the same bits in any block, so that threads change none.</remarks>
internal sealed class PointRuns
{
    private readonly ImmutableArray<Plan> plans;
    private readonly ImmutableArray<Option> options;
    private readonly ScenarioPrograms programs;
    private readonly ImmutableArray<LaneMeasure> measures;
    private readonly Lazy<BreachFinder> finder;
    private readonly int threads;
    private readonly bool isTabulated;
    private readonly bool bySteps;
    private readonly Lazy<PointValues> central;

    // Memory for blocks of the interpreter, by lanes: a root is looked for by many runs of few points.
    private readonly ConcurrentDictionary<int, ConcurrentBag<Worker>> idle = [];

    /// <summary>Plans the runs.</summary>
    /// <param name="scenario">A scenario that reading has found sound.</param>
    /// <param name="of">[measure] what is to be read of every point; each names its option.</param>
    /// <param name="threads">Threads; never changes a bit.</param>
    /// <param name="free">Numbers that points set although they may be known; null for none.</param>
    public PointRuns(Scenario scenario, ImmutableArray<Selection> of, int threads, IReadOnlySet<string>? free = null)
    {
        this.threads = threads;
        Planned = DrawPlanner.Build(scenario, free);
        var all = Planner.Build(scenario, free);
        var baseline = all[scenario.Options.IndexOf(scenario.BaselineOption)];
        isTabulated = of.Any(selection => LaneMeasure.IsTabulated(selection.Measure));
        int[] rows = [.. Enumerable.Range(0, all.Length).Where(row => of.Any(selection =>
            selection.Option == scenario.Options[row].Id || selection.Against == scenario.Options[row].Id || (isTabulated && scenario.Baseline == scenario.Options[row].Id)))];
        plans = [.. rows.Select(row => all[row])];
        options = [.. rows.Select(row => scenario.Options[row])];
        var wanted = of.SelectMany(selection => LaneMeasure.MadeOf(scenario, selection.Measure)).ToHashSet();
        bySteps = of.Any(selection => LaneMeasure.NeedsSteps(scenario, selection.Measure));
        programs = ScenarioPrograms.Write(plans, baseline, new RunPurpose { Drawn = true, BySteps = bySteps, Wants = wanted.Contains });
        ImmutableArray<Quantity> quantities = [.. Planned.Quantities.Select(quantity => quantity.Quantity)];
        measures = [.. of.Select(selection => LaneMeasure.Of(scenario, options, [.. programs.Options.Select(option => option.Ledger)], quantities, selection))];
        central = new(() => Run(1, (_, _) => { }));
        finder = new(() => new BreachFinder(scenario, baseline, options, plans));
    }

    /// <summary>The uncertain quantities.</summary>
    public PlannedDraws Planned { get; }

    /// <summary>[measure] whether any option has what is to be read; a central run tells.</summary>
    public ImmutableArray<bool> AreThere => central.Value.Count > 0 ? [.. measures.Select(measure => measure.IsThere)] : [];

    /// <summary>Whether every number is there in the central run.</summary>
    public bool IsSound => AreThere.All(isThere => isThere) && !central.Value.IsStopped(0);

    /// <summary>Whether anything that runs reads a quantity; where numbers are worked out after the runs, any may be read.</summary>
    /// <param name="row">Row of the quantity.</param>
    public bool Uses(int row) =>
        isTabulated || Reads(programs.Today.Program, row) || (programs.FirstYearStart is { } start && Reads(start.Program, row)) || programs.Options.Any(option => Reads(option.Program, row));

    /// <summary>Whether the run of an option itself reads a quantity, apart from today's opening state.</summary>
    /// <param name="row">Row of the quantity.</param>
    /// <param name="option">The option.</param>
    public bool Uses(int row, OptionId option) =>
        programs.Options.Zip(options, (program, known) => known.Id == option && Reads(program.Program, row)).Any(reads => reads);

    /// <summary>Runs points.</summary>
    /// <param name="count">How many.</param>
    /// <param name="fill">Puts a point, by its number from 0, in the place of the central values that it is given; called by several threads at once.</param>
    /// <param name="progress">Told the share of the points that are done.</param>
    /// <param name="stop">Interrupts between blocks.</param>
    public PointValues Run(int count, PointFill fill, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        var executors = Executors.For(programs, count, threads);
        var lanes = count <= LaneMemory.LaneUnit ? LaneMemory.LaneUnit : Executors.LanesFor(executors(programs.Options[0].Program));
        var isKept = executors(programs.Options[0].Program) is Interpreter;
        var bag = isKept ? idle.GetOrAdd(lanes, _ => []) : [];
        var values = new PointValues(this, fill, count, measures.Length);
        var blocks = (count + lanes - 1) / lanes;
        var done = 0;
        Parallel.For(
            0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = stop },
            () => bag.TryTake(out var known) ? known : new Worker(this, lanes, executors),
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
        private readonly RunLoop loop;
        private readonly int lanes;
        private readonly double[] quantities;
        private readonly Ledger[] ledgers;
        private readonly bool[] isStopped;
        private readonly double[] read;

        public Worker(PointRuns runs, int lanes, Func<LaneProgram, IExecutor> executors)
        {
            this.runs = runs;
            this.lanes = lanes;
            loop = new RunLoop(runs.programs, lanes, executors);
            quantities = new double[runs.Planned.Plan.Central.Length * lanes];
            ledgers = [.. runs.programs.Options.Zip(runs.plans, (option, plan) => new Ledger(option.Ledger, plan.Years, runs.bySteps ? plan.Steps : 0, lanes))];
            isStopped = new bool[lanes];
            read = new double[lanes];
        }

        public void Run(int first, PointValues values)
        {
            var count = Math.Min(lanes, values.Count - first);
            Array.Clear(isStopped);
            for (var lane = 0; lane < lanes; lane++)
            {
                // Lanes that are not needed have central values.
                var point = lane < count ? values.Point(first + lane) : [.. runs.Planned.Plan.Central];
                Put(lane, point);
                if (lane < count && BrokenLimit(point) is >= 0 and var rule)
                {
                    Stop(lane, first, rule, values);
                }
            }

            // A lane that cannot even start has central values from then on, and the others their own.
            while (loop.Open(quantities) is { } breach && breach.Lane < count && !isStopped[breach.Lane])
            {
                Stop(breach.Lane, first, PointValues.BrokeInvariant, values);
            }

            for (var option = 0; option < ledgers.Length; option++)
            {
                loop.Run(option, runs.plans[option], quantities, ledgers[option]);
                var broken = loop.Broken(option);
                for (var lane = 0; lane < count; lane++)
                {
                    if (broken[lane] != 0.0 && !isStopped[lane])
                    {
                        isStopped[lane] = true;
                        values.Stop(first + lane, PointValues.BrokeInvariant);
                    }
                }
            }

            for (var measure = 0; measure < runs.measures.Length; measure++)
            {
                runs.measures[measure].Read(ledgers, quantities, read.AsSpan(0, count));
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

        private void Stop(int lane, int first, int rule, PointValues values)
        {
            isStopped[lane] = true;
            values.Stop(first + lane, rule);
            Put(lane, runs.Planned.Plan.Central.AsSpan());
        }

        private void Put(int lane, ReadOnlySpan<double> point)
        {
            for (var row = 0; row < point.Length; row++)
            {
                quantities[(row * lanes) + lane] = point[row];
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
