using SystemSim.Reading;
using SystemSim.Runs;

namespace SystemSim;

/// <summary>A scenario that has been read, and with which nothing is wrong. It can be run as often as its caller likes, by several threads
/// at once.</summary>
public sealed class Simulation
{
    private readonly OpenScenario scenario;

    private Simulation(OpenScenario scenario)
    {
        this.scenario = scenario;
        var known = scenario.Scenario;
        (Title, Question, Baseline) = (known.Title, known.Question, known.Baseline.Name);
        Options = [.. known.Options.Select(option => option.Id.Name)];
        Findings = [.. scenario.Result.Findings.Select(Problem)];
    }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>The question that it is to answer; null when it does not say.</summary>
    public string? Question { get; }

    /// <summary>The option against which the others are held: today's.</summary>
    public string Baseline { get; }

    /// <summary>Its options, the baseline among them, in its own order.</summary>
    public IReadOnlyList<string> Options { get; }

    /// <summary>What is worth a look in it before it is run.</summary>
    public IReadOnlyList<ScenarioProblem> Findings { get; }

    /// <summary>Reads a scenario from disk.</summary>
    /// <param name="path">Its file, or a folder that holds a <c>scenario.yaml</c>.</param>
    /// <param name="changes">Numbers to put in the place of others, each as <c>path=value</c>, such as
    /// <c>services.falls.cost.unit=£300</c>.</param>
    /// <exception cref="ScenarioException">It cannot be read, or something is wrong with it; all that is wrong is listed.</exception>
    public static Simulation Open(string path, params IEnumerable<string> changes)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Read(new ScenarioSource.OnDisk(path, Environment.CurrentDirectory), changes);
    }

    /// <summary>Reads a scenario from texts at hand; nothing is read from a disk.</summary>
    /// <param name="name">Name of its text.</param>
    /// <param name="texts">Its text and those that it names, by name with forward slashes.</param>
    /// <param name="changes">Numbers to put in the place of others, each as <c>path=value</c>.</param>
    /// <exception cref="ScenarioException">It cannot be read, or something is wrong with it; all that is wrong is listed.</exception>
    public static Simulation Read(string name, IEnumerable<KeyValuePair<string, string>> texts, params IEnumerable<string> changes)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(texts);
        return Read(new ScenarioSource.InMemory(new NamedTexts(texts), name), changes);
    }

    /// <summary>The scenario with numbers moved. What stays the same is not worked out again.</summary>
    /// <param name="changes">Numbers to put in the place of the scenario's own, each as <c>path=value</c>; those of an earlier call are
    /// not kept.</param>
    /// <exception cref="ScenarioException">A change is wrong, or what it leads to is.</exception>
    public Simulation With(params IEnumerable<string> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return new(Of(scenario.ToMove().With([.. changes])).Scenario);
    }

    /// <summary>Runs it.</summary>
    /// <param name="settings">How; null for the run with central values alone.</param>
    /// <param name="progress">Told the share of the present stage that is done, by any thread.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="ScenarioException">It cannot be run so.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public Results Run(RunSettings? settings = null, IProgress<double>? progress = null, CancellationToken stop = default)
    {
        var asked = settings ?? new();
        ArgumentOutOfRangeException.ThrowIfNegative(asked.Draws);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(asked.Threads);
        var request = new RunRequest
        {
            Options = asked.Options,
            BySteps = asked.Steps,
            Draws = asked.Draws,
            Seed = asked.Draws == 0 ? null : asked.Seed,
            Threads = asked.Threads,
        };
        return new(Of(RunScenario.Run(scenario, request, progress is null ? null : new Stages(progress), stop)));
    }

    private static Simulation Read(ScenarioSource source, IEnumerable<string> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return new(Of(OpenScenario.ReadSound(source, [.. changes])));
    }

    private static T Of<T>(Task<Outcome<T>> asked)
        where T : class
    {
        var outcome = asked.GetAwaiter().GetResult();
        return outcome.Result
            ?? throw new ScenarioException(outcome.Failure!.Line, outcome.Failure.Hint, [.. outcome.Failure.Problems.Select(Problem)]);
    }

    /// <summary>What is wrong, or found, at its place.</summary>
    internal static ScenarioProblem Problem(Diagnostic found) => new(found.At.ToString(), found.Code, found.Problem, found.Hint);

    private sealed class Stages(IProgress<double> caller) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => caller.Report(value.Share);
    }
}
