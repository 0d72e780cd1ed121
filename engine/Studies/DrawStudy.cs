using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Runs the options of a scenario on many draws of its uncertain numbers, every option on the same draws.</summary>
/// <remarks>
/// Draws come in chunks, which threads take in turn; what a chunk leaves is taken up in the order of the chunks. So neither threads nor
/// the width of vectors nor the way of running a program changes a bit of any answer.
/// </remarks>
public sealed class DrawStudy
{
    /// <summary>Most draws where none is named and an error is to be reached.</summary>
    public const long MostDraws = 1_000_000;

    private const int MostBrokenLookedInto = 40;
    private const long FirstLook = 1_024;
    private const double Growth = 1.25;

    private readonly Scenario scenario;
    private readonly DrawRequest request;
    private readonly PlannedDraws planned;
    private readonly ScenarioPrograms programs;
    private readonly ScenarioPrograms expected;
    private readonly ImmutableArray<Plan> plans;
    private readonly ImmutableArray<Option> options;
    private readonly OutcomeSheet sheet;
    private readonly ulong seed;
    private readonly IProgress<double>? progress;

    private DrawStudy(Scenario scenario, DrawRequest request, IProgress<double>? progress)
    {
        this.scenario = scenario;
        this.request = request;
        this.progress = progress;
        seed = (ulong)(request.Seed ?? scenario.Drawing.Seed);
        planned = DrawPlanner.Build(scenario);
        var all = Planner.Build(scenario);
        var baseline = scenario.Options.IndexOf(scenario.BaselineOption);
        int[] rows = [.. Enumerable.Range(0, all.Length)
            .Where(row => row == baseline || request.Options is null || request.Options.Contains(scenario.Options[row].Id))];
        plans = [.. rows.Select(row => all[row])];
        options = [.. rows.Select(row => scenario.Options[row])];
        var purpose = new RunPurpose { Drawn = true, BySteps = OutcomeSheet.NeedsSteps(scenario), Wants = measure => OutcomeSheet.Wants(scenario, measure) };
        expected = ScenarioPrograms.Write(plans, all[baseline], purpose);
        programs = scenario.Drawing.Chance.IsEmpty ? expected : ScenarioPrograms.Write(plans, all[baseline], purpose with { ByChance = true });
        sheet = SheetOf(programs);
    }

    private OutcomeSheet SheetOf(ScenarioPrograms these) =>
        new(scenario, options, [.. these.Options.Select(option => option.Ledger)], [.. planned.Quantities.Select(quantity => quantity.Quantity)]);

    /// <summary>Most draws of a scenario: as many as its table of draws has; null where nothing limits them.</summary>
    public static int? MostDrawsOf(Scenario scenario) => scenario.Drawing.Given.IsEmpty ? null : scenario.Drawing.Given.Min(given => given.Values.Length);

    /// <summary>Runs a study.</summary>
    /// <param name="scenario">A scenario whose central run kept every invariant.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told the share of the draws that is done.</param>
    /// <param name="stop">Interrupts the study between chunks.</param>
    public static DrawAnswers Run(Scenario scenario, DrawRequest request, IProgress<double>? progress = null, CancellationToken stop = default) =>
        new DrawStudy(scenario, request, progress).Run(stop);

    private DrawAnswers Run(CancellationToken stop)
    {
        var executors = Executors.For(programs, request.Draws, request.Threads);
        var first = new DrawWorker(this, programs, sheet, executors);

        // Draw 0 has no chance in it.
        var central = (ReferenceEquals(programs, expected) ? first : new DrawWorker(this, expected, SheetOf(expected), _ => new Interpreter())).Central();

        // Sums are taken from draw 0, or from 0 where it lacks what other draws have.
        double[] centres = [.. central.Select(value => double.IsNaN(value) ? 0.0 : value)];
        var summaries = new DrawSummaries(centres, [.. Enumerable.Range(0, sheet.All.Length).Where(sheet.MayBeAbsent)], MostBrokenLookedInto);
        var kept = request.KeepsDraws ? new DrawKeeper(sheet, central) : null;
        var queue = new ChunkQueue(summaries, kept, request.Draws, done => progress?.Report((double)done / request.Draws));
        DrawWorker[] workers = [first, .. Enumerable.Range(1, Math.Max(0, request.Threads - 1)).Select(_ => new DrawWorker(this, programs, sheet, executors))];
        foreach (var worker in workers)
        {
            worker.Prepare(centres);
        }

        var done = 0L;
        var error = double.PositiveInfinity;
        while (done < request.Draws && !(error <= request.Until))
        {
            done = NextLook(done);
            Work(workers, queue, done, stop);
            if (done >= QuantileGrid.Kept)
            {
                summaries.Grid.LayBins();
            }

            error = LargestError(summaries);
        }

        return new DrawAnswers
        {
            Seed = (int)seed,
            Draws = done,
            Stopped = Stopped(summaries),
            Until = request.Until,
            LargestError = error,
            Outcomes = sheet.All,
            Summaries = [.. Enumerable.Range(0, sheet.All.Length).Select(summaries.Of)],
            Central = [.. central],
            Kept = kept?.ToKept(),
        };
    }

    /// <summary>Where to lay down work and look at it: when the draws that are kept are full, and where the error is to be looked at.</summary>
    private long NextLook(long done)
    {
        var next = request.Until is null ? request.Draws : done == 0 ? FirstLook : Whole((long)(done * Growth));
        return Math.Min(request.Draws, done < QuantileGrid.Kept && next > QuantileGrid.Kept ? QuantileGrid.Kept : next);

        static long Whole(long draws) => (draws + DrawChunk.Draws - 1) / DrawChunk.Draws * DrawChunk.Draws;
    }

    private static void Work(DrawWorker[] workers, ChunkQueue queue, long until, CancellationToken stop)
    {
        queue.Open(until);
        Task[] others = [.. workers[1..].Select(worker => Task.Factory.StartNew(
            () => worker.Work(queue, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        try
        {
            workers[0].Work(queue, stop);
        }
        finally
        {
            Task.WaitAll(others, CancellationToken.None);
        }
    }

    /// <summary>The largest standard error of what options spend and of the differences in it, as a share of their means or, where it is larger, of their spreads; one draw has none.</summary>
    private double LargestError(DrawSummaries summaries)
    {
        var largest = summaries.Count > 1 ? 0.0 : double.NaN;
        for (var row = 0; row < sheet.All.Length; row++)
        {
            if (sheet.All[row] is { Kind: OutcomeKind.Whole, About: { Measure: "spend", Organisation: "" } })
            {
                var (mean, deviation) = summaries.MomentsOf(row);
                var size = Math.Max(Math.Abs(mean), deviation);
                largest = Math.Max(largest, size > 0.0 ? deviation / Math.Sqrt(summaries.Count) / size : 0.0);
            }
        }

        return largest;
    }

    private ImmutableArray<StoppedDraws> Stopped(DrawSummaries summaries)
    {
        var rules = summaries.Stopped.Where(rule => rule.Key >= 0).OrderBy(rule => rule.Key)
            .Select(rule => new StoppedDraws(planned.LimitSentences[rule.Key], rule.Value.Count, rule.Value.First));
        return summaries.Stopped.TryGetValue(-1, out var broken)
            ? [.. rules, .. new BrokenDraws(scenario, options, plans, planned.Plan, seed, request.Draws).Tell(summaries.Broken, broken.Count)]
            : [.. rules];
    }

    /// <summary>One thread's share: memory for a block and a chunk, and the way from a draw to its outcomes.</summary>
    private sealed class DrawWorker
    {
        private readonly DrawStudy study;
        private readonly OutcomeSheet sheet;
        private readonly RunLoop loop;
        private readonly DrawBlock block;
        private readonly Ledger[] ledgers;
        private readonly int lanes;
        private readonly DrawChunk chunk;
        private readonly ushort[] bins;
        private double[] centres = [];

        public DrawWorker(DrawStudy study, ScenarioPrograms programs, OutcomeSheet sheet, Func<LaneProgram, IExecutor> executors)
        {
            (this.study, this.sheet) = (study, sheet);
            lanes = Executors.LanesFor(executors(programs.Options[0].Program));
            loop = new RunLoop(programs, lanes, executors);
            block = new DrawBlock(study.planned.Plan, study.seed, study.request.Draws, lanes);
            ledgers = [.. programs.Options.Zip(study.plans, (option, plan) => new Ledger(option.Ledger, plan.Years, OutcomeSheet.NeedsSteps(study.scenario) ? plan.Steps : 0, lanes))];
            chunk = new DrawChunk(sheet);
            bins = new ushort[sheet.All.Length * DrawChunk.Draws];
        }

        /// <summary>[outcome] what they are with central values: draw 0.</summary>
        public double[] Central()
        {
            for (var lane = 0; lane < lanes; lane++)
            {
                block.Reset(lane);
            }

            loop.Open(block.Quantities);
            RunOptions();
            chunk.Clear();
            chunk.Take(ledgers, block.Quantities, lanes, 0, [false]);
            chunk.Complete();
            return [.. Enumerable.Range(0, sheet.All.Length).Select(outcome => chunk.Of(outcome)[0])];
        }

        public void Prepare(double[] central) => centres = central;

        public void Work(ChunkQueue queue, CancellationToken stop)
        {
            while (queue.Take() is { } turn)
            {
                try
                {
                    stop.ThrowIfCancellationRequested();
                    chunk.Clear();
                    for (var first = turn.FirstDraw; first <= turn.LastDraw; first += lanes)
                    {
                        RunBlock(first, turn.LastDraw);
                    }

                    chunk.Complete();
                    chunk.Sum(centres);
                    queue.Give(turn, chunk, bins);
                }
                catch
                {
                    queue.Close();
                    throw;
                }
            }
        }

        private void RunBlock(long first, long last)
        {
            block.Fill(first);
            loop.Draws = new LaneDraws(study.seed, first);
            Span<bool> isStopped = stackalloc bool[lanes];
            for (var lane = 0; lane < lanes; lane++)
            {
                isStopped[lane] = block.StoppedBy[lane] >= 0;
                if (isStopped[lane] && first + lane <= last)
                {
                    chunk.Stopped.Add((first + lane, block.StoppedBy[lane]));
                }
            }

            // A lane that cannot even start has central values from then on, and the others their own.
            while (loop.Open(block.Quantities) is { } breach && !isStopped[breach.Lane])
            {
                Stop(isStopped, breach.Lane, first, last);
                block.Reset(breach.Lane);
            }

            RunOptions();
            for (var option = 0; option < ledgers.Length; option++)
            {
                var broken = loop.Broken(option);
                for (var lane = broken.IndexOfAnyExcept(0.0) < 0 ? lanes : 0; lane < lanes; lane++)
                {
                    if (broken[lane] != 0.0 && !isStopped[lane])
                    {
                        Stop(isStopped, lane, first, last);
                    }
                }
            }

            chunk.Take(ledgers, block.Quantities, lanes, first, isStopped[..(int)Math.Min(lanes, last - first + 1)]);
        }

        private void Stop(Span<bool> isStopped, int lane, long first, long last)
        {
            isStopped[lane] = true;
            if (first + lane <= last)
            {
                chunk.Stopped.Add((first + lane, -1));
            }
        }

        private void RunOptions()
        {
            for (var option = 0; option < ledgers.Length; option++)
            {
                loop.Run(option, study.plans[option], block.Quantities, ledgers[option]);
            }
        }
    }
}
