using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using SystemSim.Analysis;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Runs the options of a scenario on many draws of its uncertain numbers, every option on the same draws.</summary>
/// <remarks>
/// Draws come in chunks, which threads take in turn; what a chunk leaves is added up in one fixed tree, in whatever order it comes. So
/// neither threads, nor the width of vectors, nor the way of running a program, nor parts worked apart change a bit of any answer.
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
    private readonly PreparedPrograms programs;
    private readonly PreparedPrograms expected;
    private readonly OutcomeSheet sheet;
    private readonly ulong seed;
    private readonly IProgress<double>? progress;

    private DrawStudy(Prepared prepared, DrawRequest request, IProgress<double>? progress)
    {
        scenario = prepared.Scenario;
        this.request = request;
        this.progress = progress;
        seed = (ulong)(request.Seed ?? scenario.Drawing.Seed);
        planned = prepared.Draws;
        var purpose = new RunPurpose
        {
            Drawn = true,
            BySteps = OutcomeSheet.NeedsSteps(scenario),
            Wants = measure => OutcomeSheet.Wants(scenario, measure),
        };
        expected = prepared.Programs(request.Options, purpose);
        programs = scenario.Drawing.Chance.IsEmpty ? expected : expected.For(purpose with { ByChance = true });
        sheet = SheetOf(programs);
    }

    private OutcomeSheet SheetOf(PreparedPrograms these) =>
        new(scenario, these.Options, these.Ledgers, [.. planned.Quantities.Select(quantity => quantity.Quantity)]);

    /// <summary>Most draws of a scenario: as many as its table of draws has; null where nothing limits them.</summary>
    public static int? MostDrawsOf(Scenario scenario) =>
        scenario.Drawing.Given.IsEmpty ? null : scenario.Drawing.Given.Min(given => given.Values.Length);

    /// <summary>Runs a study.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="progress">Told the share of the draws that is done.</param>
    /// <param name="stop">Interrupts the study between chunks.</param>
    public static DrawAnswers Run(
        Prepared prepared,
        DrawRequest request,
        IProgress<double>? progress = null,
        CancellationToken stop = default
    ) => new DrawStudy(prepared, request, progress).Run(stop);

    /// <summary>What a study was planned as: the same for whoever plans it with the same bits, and for nobody else.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <param name="request">What is asked of the whole study.</param>
    /// <returns>SHA-256, in hexadecimal digits, of what every outcome is about and comes to in draw 0, and of what every uncertain number
    /// is called and comes to in the first draws.</returns>
    public static string Fingerprint(Prepared prepared, DrawRequest request) =>
        new DrawStudy(prepared, request, progress: null).Fingerprint();

    /// <summary>Works out where the outcomes of a study are counted for quantiles, from its first draws: what parts of it need that are
    /// worked apart.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="request">What is asked; more than <see cref="QuantileBins.FirstDraws"/> draws.</param>
    /// <param name="stop">Interrupts it.</param>
    public static QuantileBins Bins(Prepared prepared, DrawRequest request, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(request.Draws, QuantileBins.FirstDraws);
        var study = new DrawStudy(prepared, request, progress: null);
        var workers = study.Start(out var central);
        var summaries = study.NoneYet(central, bins: null);
        Work(workers, new ChunkQueue(summaries, kept: null, firstChunk: 0, _ => { }), QuantileBins.FirstDraws, stop);
        summaries.LayBins();
        return summaries.Bins!;
    }

    /// <summary>What runs parts of a study, each some of its chunks of <see cref="DrawChunk.Draws"/> draws.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="request">What is asked of the whole study: how many draws it has in all.</param>
    /// <param name="bins">Where outcomes are counted, in all parts alike.</param>
    /// <returns>Given the first chunk of a part, from 0, how many chunks it has, and what interrupts it between chunks: summaries that
    /// <see cref="Merged"/> takes. It is called by one thread at a time.</returns>
    public static Func<long, long, CancellationToken, DrawSummaries> PartRunner(Prepared prepared, DrawRequest request, QuantileBins bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(request.Draws, QuantileBins.FirstDraws);
        var study = new DrawStudy(prepared, request, progress: null);
        var workers = study.Start(out var central);
        return (firstChunk, chunks, stop) =>
        {
            var summaries = study.NoneYet(central, bins);
            var end = Math.Min(request.Draws, (firstChunk + chunks) * DrawChunk.Draws);
            Work(workers, new ChunkQueue(summaries, kept: null, firstChunk, _ => { }), end, stop);
            return summaries;
        };
    }

    /// <summary>What reads parts of a study that were worked elsewhere.</summary>
    /// <param name="prepared">The same scenario.</param>
    /// <param name="request">What was asked of the whole study.</param>
    /// <returns>Reads what <see cref="SummariesFile.Write(DrawSummaries, Stream)"/> wrote; throws <see cref="InvalidDataException"/> where
    /// it is no part of this study.</returns>
    public static Func<Stream, DrawSummaries> PartReader(Prepared prepared, DrawRequest request)
    {
        var study = new DrawStudy(prepared, request, progress: null);
        var (centres, partial) = (Centres(study.Central()), study.Partial);
        return stream => SummariesFile.Read(stream, centres, partial, MostBrokenLookedInto);
    }

    /// <summary>The answers of a study whose parts were worked apart: the same bits as if it had been one.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <param name="request">What was asked of the whole study.</param>
    /// <param name="parts">Its parts, which together are all of its chunks; each is taken up before the next is asked for.</param>
    /// <exception cref="InvalidOperationException">A part is missing, there twice, or of another study.</exception>
    public static DrawAnswers Merged(Prepared prepared, DrawRequest request, IEnumerable<DrawSummaries> parts)
    {
        var study = new DrawStudy(prepared, request, progress: null);
        var central = study.Central();
        DrawSummaries? summaries = null;
        foreach (var part in parts)
        {
            summaries ??= study.NoneYet(central, part.Bins);
            summaries.Merge(part);
        }

        var made = summaries is null ? 0 : summaries.Count + summaries.Stopped.Values.Sum(rule => rule.Count);
        return made == request.Draws
            ? study.Answers(summaries!, central, request.Draws, study.LargestError(summaries!), kept: null)
            : throw new InvalidOperationException($"The parts have {made} draws, and the study has {request.Draws}.");
    }

    private string Fingerprint()
    {
        const int FirstDraws = 8;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (outcome, central) in sheet.All.Zip(Central()))
        {
            Text(outcome.ToString());
            Number(central);
        }

        var lanes = programs.Block(request.Draws, threads: 1).Lanes;
        var block = new DrawBlock(planned.Plan, seed, request.Draws, lanes);
        block.Fill(firstDraw: 1);
        foreach (var (row, quantity) in planned.Quantities.Index())
        {
            Text(quantity.Name);
            for (var draw = 0; draw < FirstDraws; draw++)
            {
                Number(block.Quantities[(row * lanes) + draw]);
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());

        void Text(string text) => hash.AppendData(Encoding.UTF8.GetBytes($"{text}\n"));

        // What is not a number has many bits, of which systems choose their own.
        void Number(double value)
        {
            Span<byte> bytes = stackalloc byte[sizeof(long)];
            BinaryPrimitives.WriteInt64LittleEndian(bytes, double.IsNaN(value) ? -1L : BitConverter.DoubleToInt64Bits(value));
            hash.AppendData(bytes);
        }
    }

    private ImmutableArray<int> Partial => [.. Enumerable.Range(0, sheet.All.Length).Where(sheet.MayBeAbsent)];

    private DrawAnswers Run(CancellationToken stop)
    {
        var workers = Start(out var central);
        var summaries = NoneYet(central, bins: null);
        var kept = request.KeepsDraws ? new DrawKeeper(sheet, central) : null;
        var queue = new ChunkQueue(summaries, kept, firstChunk: 0, made => progress?.Report((double)made / request.Draws));
        var done = 0L;
        var error = double.PositiveInfinity;
        while (done < request.Draws && !(error <= request.Until))
        {
            if (done >= QuantileBins.FirstDraws)
            {
                summaries.LayBins();
            }

            done = NextLook(done);
            Work(workers, queue, done, stop);
            error = LargestError(summaries);
        }

        return Answers(summaries, central, done, error, kept);
    }

    private DrawAnswers Answers(DrawSummaries summaries, double[] central, long draws, double error, DrawKeeper? kept) => new()
    {
        Seed = (int)seed,
        Draws = draws,
        Stopped = Stopped(summaries),
        Until = request.Until,
        LargestError = error,
        Outcomes = sheet.All,
        Summaries = sheet.Summaries(summaries, request.Threads),
        Central = [.. central],
        Kept = kept?.ToKept(),
    };

    /// <summary>Sets memory aside, and works out draw 0.</summary>
    private DrawWorker[] Start(out double[] central)
    {
        var first = new DrawWorker(this, programs.Block(request.Draws, request.Threads), sheet);
        central = ReferenceEquals(programs, expected) ? first.Central() : Central();
        var centres = Centres(central);
        DrawWorker[] workers =
        [
            first,
            .. Enumerable
                .Range(1, Math.Max(0, request.Threads - 1))
                .Select(_ => new DrawWorker(this, programs.Block(request.Draws, request.Threads), sheet)),
        ];
        foreach (var worker in workers)
        {
            worker.Prepare(centres);
        }

        return workers;
    }

    /// <summary>Summaries into which no draw has gone.</summary>
    private DrawSummaries NoneYet(double[] central, QuantileBins? bins) => new(Centres(central), Partial, MostBrokenLookedInto, bins);

    /// <summary>[outcome] what they are in draw 0, which has no chance in it.</summary>
    private double[] Central() => new DrawWorker(this, expected.Block(), SheetOf(expected)).Central();

    /// <summary>From where sums are taken: draw 0, or 0 where it lacks what other draws have.</summary>
    private static double[] Centres(double[] central) => [.. central.Select(value => double.IsNaN(value) ? 0.0 : value)];

    /// <summary>Where to lay down work and look at it: when the draws that are kept are full, and where the error is to be looked
    /// at.</summary>
    private long NextLook(long done)
    {
        var next = request.Until is null ? request.Draws : done == 0 ? FirstLook : Whole((long)(done * Growth));
        return Math.Min(request.Draws, done < QuantileBins.FirstDraws && next > QuantileBins.FirstDraws ? QuantileBins.FirstDraws : next);

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

    /// <summary>The largest standard error of what options spend and of the differences in it, as a share of their means or, where it is
    /// larger, of their spreads; one draw has none.</summary>
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
            ? [.. rules, .. new BrokenDraws(programs, seed, request.Draws).Tell(summaries.Broken, broken.Count)]
            : [.. rules];
    }

    /// <summary>One thread's share: memory for a block and a chunk, and the way from a draw to its outcomes.</summary>
    private sealed class DrawWorker
    {
        private readonly DrawStudy study;
        private readonly OutcomeSheet sheet;
        private readonly BlockRunner runner;
        private readonly DrawBlock block;
        private readonly int lanes;
        private readonly DrawChunk chunk;
        private readonly ushort[] bins;
        private double[] centres = [];

        public DrawWorker(DrawStudy study, BlockRunner runner, OutcomeSheet sheet)
        {
            (this.study, this.runner, this.sheet) = (study, runner, sheet);
            lanes = runner.Lanes;
            block = new DrawBlock(study.planned.Plan, study.seed, study.request.Draws, lanes);
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

            runner.Run(block.Quantities, stackalloc bool[lanes]);
            chunk.Clear();
            chunk.Take(runner.Ledgers, block.Quantities, lanes, 0, [false]);
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
            runner.Draws = new LaneDraws(study.seed, first);
            Span<bool> isStopped = stackalloc bool[lanes];
            for (var lane = 0; lane < lanes; lane++)
            {
                isStopped[lane] = block.StoppedBy[lane] >= 0;
                if (isStopped[lane] && first + lane <= last)
                {
                    chunk.Stopped.Add((first + lane, block.StoppedBy[lane]));
                }
            }

            foreach (var lane in runner.Run(block.Quantities, isStopped))
            {
                if (first + lane <= last)
                {
                    chunk.Stopped.Add((first + lane, -1));
                }
            }

            chunk.Take(runner.Ledgers, block.Quantities, lanes, first, isStopped[..(int)Math.Min(lanes, last - first + 1)]);
        }
    }
}
