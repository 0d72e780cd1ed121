namespace SystemSim.Lanes;

/// <summary>How programs are made and run, where that is not left to the engine: to find out which part of it a fault is in. No option
/// changes a bit of any result.</summary>
public sealed record LaneOptions
{
    private const string NoPass = "none";

    /// <summary>All passes, and the way of running that is quickest.</summary>
    public static LaneOptions Usual { get; } = new();

    /// <summary>The one way in which all programs are run; null for the one that is quickest.</summary>
    public ExecutorKind? Executor { get; init; }

    /// <summary>What instantiates WebAssembly modules, where this program runs in a browser; null elsewhere.</summary>
    public IModules? Modules { get; init; }

    /// <summary>Whether programs can be made code of here, rather than run instruction by instruction.</summary>
    public bool CanCompile => Modules is not null || CompiledProgram.IsSupported;

    /// <summary>The passes that are made.</summary>
    public Passes Passes { get; init; } = Passes.All;

    /// <summary>Reads options as somebody writes them.</summary>
    /// <param name="executor">A way of running; null or empty for the quickest.</param>
    /// <param name="passes">Passes to leave out, each with a minus before it and commas between; <c>none</c> to make none; null or empty to
    /// make all.</param>
    /// <exception cref="FormatException">One of them is something else; the message says which words there are.</exception>
    public static LaneOptions Parse(string? executor, string? passes) =>
        new() { Executor = ParseExecutor(executor), Passes = ParsePasses(passes) };

    /// <summary>Lanes of the memory of a program that code is made of.</summary>
    public int LanesOfCode => IsModule ? ModuleProgram.Lanes : LaneMemory.LaneUnit;

    private bool IsModule => Modules is not null && Executor != ExecutorKind.Machine;

    /// <summary>How a program is run that runs a few times only.</summary>
    /// <param name="program">The program.</param>
    /// <param name="lanes">Lanes of its memory; <see cref="LanesOfCode"/> at most where an executor is forced that makes code.</param>
    public IExecutor ForFewRuns(LaneProgram program, int lanes = LaneMemory.LaneUnit) =>
        Executor is null or ExecutorKind.Interpreter ? new Interpreter() : Compile(program, lanes, _ => true);

    /// <summary>How a program is run that runs many times: as code made of it.</summary>
    /// <param name="program">The program.</param>
    /// <param name="lanes">Lanes of its memory: <see cref="LaneMemory.LaneUnit"/>, or <see cref="LanesOfCode"/>.</param>
    /// <param name="isWorthIt">Which sections run often enough; a module has all.</param>
    public IExecutor Compile(LaneProgram program, int lanes, Func<Section, bool> isWorthIt) =>
        IsModule ? ModuleProgram.Compile(program, lanes, Modules!) : CompiledProgram.Compile(program, isWorthIt);

    private static ExecutorKind? ParseExecutor(string? word)
    {
        if (string.IsNullOrEmpty(word))
        {
            return null;
        }

        // What has a command line has no browser to run modules in.
        var known = Enum.GetValues<ExecutorKind>().Where(kind => kind != ExecutorKind.Module).ToDictionary(Name);
        return !known.TryGetValue(word, out var kind)
                ? throw new FormatException($"'{word}' is no way of running programs: {string.Join(", ", known.Keys)}.")
            : kind == ExecutorKind.Machine && !CompiledProgram.IsSupported
                ? throw new FormatException("this machine has no vectors to make machine code for.")
            : kind;
    }

    private static Passes ParsePasses(string? words)
    {
        if (words == NoPass)
        {
            return Passes.None;
        }

        var known = Enum.GetValues<Passes>().Where(pass => int.IsPow2((int)pass)).ToDictionary(pass => $"-{Name(pass)}");
        var made = Passes.All;
        foreach (var word in (words ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            made &= known.TryGetValue(word, out var left)
                ? ~left
                : throw new FormatException(
                    $"'{word}' leaves out no pass: {string.Join(", ", known.Keys)}; or {NoPass} alone, to make none."
                );
        }

        return made;
    }

    private static string Name<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
