using System.Collections.Concurrent;
using SystemSim.Kernel;
using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>The programs of some options of a scenario for one purpose, and the code made of them so far.</summary>
internal sealed class PreparedPrograms
{
    // Fewer draws than this are over before code is made.
    private const long FewDraws = 1_000;

    // With fewer draws than this, what runs once a draw is quicker run than compiled.
    private const long ManyDraws = 50_000;

    private const int LanesOfInterpreter = 64;

    private readonly ConcurrentDictionary<(LaneProgram Program, int Lanes, bool IsWhole), IExecutor> compiled;

    /// <summary>Writes the programs.</summary>
    /// <param name="prepared">What they are of.</param>
    /// <param name="options">The options.</param>
    /// <param name="plans">[option] their plans.</param>
    /// <param name="purpose">What the runs are for.</param>
    public PreparedPrograms(Prepared prepared, ImmutableArray<Option> options, ImmutableArray<Plan> plans, RunPurpose purpose)
        : this(prepared, options, plans, purpose, ScenarioPrograms.Write(plans, prepared.Baseline, purpose), [])
    {
    }

    private PreparedPrograms(
        Prepared prepared, ImmutableArray<Option> options, ImmutableArray<Plan> plans, RunPurpose purpose, ScenarioPrograms programs,
        ConcurrentDictionary<(LaneProgram Program, int Lanes, bool IsWhole), IExecutor> compiled)
    {
        (Prepared, Options, Plans, Purpose, Programs) = (prepared, options, plans, purpose, programs);
        this.compiled = compiled;
    }

    /// <summary>What they are of.</summary>
    public Prepared Prepared { get; }

    /// <summary>The options.</summary>
    public ImmutableArray<Option> Options { get; }

    /// <summary>[option] their plans.</summary>
    public ImmutableArray<Plan> Plans { get; }

    /// <summary>What the runs are for.</summary>
    public RunPurpose Purpose { get; }

    /// <summary>The programs.</summary>
    public ScenarioPrograms Programs { get; }

    /// <summary>[option] what their ledgers hold.</summary>
    public ImmutableArray<LedgerLayout> Ledgers => [.. Programs.Options.Select(option => option.Ledger)];

    /// <summary>These programs for a scenario that differs in values of inputs alone.</summary>
    /// <param name="other">The scenario.</param>
    /// <param name="options">Its options, in the order of these.</param>
    public PreparedPrograms Of(Prepared other, ImmutableArray<Option> options) =>
        new(other, options, other.PlansOf(options), Purpose, Programs, compiled);

    /// <summary><c>[quantity * lanes + lane]</c> central values for a block; empty where programs have them in them.</summary>
    /// <param name="lanes">Lanes of the block.</param>
    public double[] CentralQuantities(int lanes)
    {
        var central = Prepared.Baseline.CentralQuantities;
        var block = new double[Purpose.Drawn ? central.Length * lanes : 0];
        for (var row = 0; row < block.Length / lanes; row++)
        {
            block.AsSpan(row * lanes, lanes).Fill(central[row]);
        }

        return block;
    }

    /// <summary>The programs of the same options for another purpose.</summary>
    public PreparedPrograms For(RunPurpose other) => new(Prepared, Options, Plans, other);

    /// <summary>Most lanes of a block.</summary>
    public int MostLanes => Purpose.Lanes.Executor is null or ExecutorKind.Interpreter ? LanesOfInterpreter : LaneMemory.LaneUnit;

    /// <summary>Memory for a block that is run a few times only.</summary>
    /// <param name="lanes">Lanes of the block; at most <see cref="MostLanes"/>.</param>
    public BlockRunner Block(int lanes = LaneMemory.LaneUnit) => new(this, lanes, program => ForFewRuns(program, lanes));

    /// <summary>Memory for blocks of many draws: as code made of them where there are enough to make it worth while.</summary>
    /// <param name="draws">How many draws are to be run.</param>
    /// <param name="threads">Threads to compile on.</param>
    public BlockRunner Block(long draws, int threads)
    {
        if (!IsCompiled(draws))
        {
            return Block(LanesOf(draws));
        }

        var isWhole = Purpose.Lanes.Executor is not null || draws >= ManyDraws;
        var lanes = LanesOf(draws);
        Compile(lanes, isWhole, threads);

        // What runs once a block is not worth compiling.
        return new(this, lanes, program =>
            compiled.TryGetValue((program, lanes, isWhole), out var known) ? known : ForFewRuns(program, lanes)
        );
    }

    /// <summary>Whether so many draws are run as code made of the programs.</summary>
    public bool IsCompiled(long draws) =>
        Purpose.Lanes.Executor is { } forced ? forced != ExecutorKind.Interpreter : draws >= FewDraws && Purpose.Lanes.CanCompile;

    /// <summary>Lanes of the blocks in which so many draws are run.</summary>
    public int LanesOf(long draws) =>
        draws <= LaneMemory.LaneUnit ? LaneMemory.LaneUnit
        : IsCompiled(draws) ? Purpose.Lanes.LanesOfCode
        : LanesOfInterpreter;

    /// <summary>Where all programs are to be code, it is kept, however seldom it is run.</summary>
    private IExecutor ForFewRuns(LaneProgram program, int lanes) =>
        Purpose.Lanes.Executor is null or ExecutorKind.Interpreter
            ? Purpose.Lanes.ForFewRuns(program, lanes)
            : compiled.GetOrAdd((program, lanes, IsWhole: true), _ => Purpose.Lanes.ForFewRuns(program, lanes));

    private void Compile(int lanes, bool isWhole, int threads)
    {
        lock (compiled)
        {
            LaneProgram[] missing =
            [
                .. Programs
                    .Options.Select(option => option.Program)
                    .Prepend(Programs.Opening.Program)
                    .Where(program => !compiled.ContainsKey((program, lanes, isWhole))),
            ];
            Parallel.ForEach(missing, new ParallelOptions { MaxDegreeOfParallelism = threads }, program =>
                compiled[(program, lanes, isWhole)] = Purpose.Lanes.Compile(
                    program, lanes, section => isWhole || section.Phase != Phase.Draw));
        }
    }
}
