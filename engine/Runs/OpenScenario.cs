using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Model;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>A scenario that has been read, and is kept as long as its caller likes: it is planned once, whatever is asked of it.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Overrides">What is put in the place of numbers, each as <c>path=value</c>.</param>
/// <param name="Result">What came of reading it.</param>
/// <param name="Lanes">How its programs are made and run.</param>
public sealed record OpenScenario(ScenarioSource Source, IReadOnlyList<string> Overrides, ReadResult Result, LaneOptions Lanes)
{
    private Lazy<Prepared>? prepared;

    /// <summary>The scenario as its caller names it.</summary>
    public string Named => Source.Named;

    /// <summary>Short name.</summary>
    public string Name => Source.ShortName;

    /// <summary>The scenario; only when nothing is wrong with it.</summary>
    public Scenario Scenario
    {
        get => field ?? Result.Scenario ?? throw new InvalidOperationException("A scenario with problems is not run.");
        init
        {
            field = value;
            prepared = null;
        }
    }

    /// <summary>The scenario, made ready to run.</summary>
    internal Prepared Prepared
    {
        get
        {
            if (prepared is null)
            {
                // Threads that ask at the same time are to plan once between them.
                Interlocked.CompareExchange(ref prepared, new Lazy<Prepared>(() => Prepared.Of(Scenario, Lanes)), null);
            }

            return prepared.Value;
        }
    }

    /// <summary>Reads a scenario.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="overrides">What is put in the place of numbers, each as <c>path=value</c>.</param>
    /// <param name="lanes">How its programs are made and run; null for the usual way.</param>
    /// <param name="stop">Interrupts the reading.</param>
    /// <returns>The scenario, which may have problems; or why it cannot be read at all.</returns>
    public static Task<Outcome<OpenScenario>> Read(
        ScenarioSource source, IReadOnlyList<string> overrides, LaneOptions? lanes = null, CancellationToken stop = default) =>
        Outcome.Of(() => Reading(source, overrides, lanes ?? LaneOptions.Usual, stop));

    /// <summary>Reads a scenario that is to be run.</summary>
    /// <inheritdoc cref="Read"/>
    /// <returns>The scenario, with which nothing is wrong; or all that is wrong with it.</returns>
    public static Task<Outcome<OpenScenario>> ReadSound(
        ScenarioSource source, IReadOnlyList<string> overrides, LaneOptions? lanes = null, CancellationToken stop = default) =>
        Outcome.Of(() => ReadingSound(source, overrides, lanes ?? LaneOptions.Usual, stop));

    /// <summary>The same scenario, to be run again with its numbers moved.</summary>
    public OpenScenario ToMove()
    {
        var moving = Prepared.ToMove();
        return this with { prepared = new Lazy<Prepared>(moving) };
    }

    /// <summary>The scenario with its numbers moved, made ready with as little work as that takes.</summary>
    /// <param name="overrides">What is put in the place of numbers now, instead of what was.</param>
    /// <param name="stop">Interrupts the reading.</param>
    /// <returns>The scenario, again one to be moved, and what it takes to run it; or all that is wrong with it.</returns>
    public Task<Outcome<MovedScenario>> With(IReadOnlyList<string> overrides, CancellationToken stop = default) =>
        Outcome.Of(async () =>
        {
            var moved = await ReadingSound(Source, overrides, Lanes, stop);
            var (rerun, ready) = await Task.Run(() => Prepared.With(moved.Scenario), stop).WaitAsync(stop);
            return new MovedScenario(rerun, moved with { prepared = new Lazy<Prepared>(ready) });
        });

    /// <summary>A finding of a run at its place.</summary>
    public Diagnostic At(RunFinding finding) => Result.Found(finding.Code, finding.Path, finding.Sentence, finding.Hint);

    internal static async Task<OpenScenario> Reading(
        ScenarioSource source, IReadOnlyList<string> overrides, LaneOptions lanes, CancellationToken stop)
    {
        var result = await Task.Run(() => source.Read(overrides), stop).WaitAsync(stop);
        return new OpenScenario(source, overrides, result, lanes);
    }

    internal static async Task<OpenScenario> ReadingSound(
        ScenarioSource source, IReadOnlyList<string> overrides, LaneOptions lanes, CancellationToken stop)
    {
        var scenario = await Reading(source, overrides, lanes, stop);
        return scenario.Result.Problems.IsEmpty
            ? scenario
            : throw new RefusedException(
                new RunFailure
                {
                    Kind = FailureKind.Scenario,
                    About = scenario.Named,
                    Sentence = $"{Counts.Of(scenario.Result.Problems.Length, "error")}; it is not run.",
                    Problems = scenario.Result.Problems,
                }
            );
    }

    /// <summary>What is written down of it.</summary>
    /// <param name="options">The options that ran.</param>
    /// <param name="expectations">What came of its expectations.</param>
    internal ScenarioRecord Record(IEnumerable<Option> options, IEnumerable<ExpectationResult> expectations)
    {
        var names = Result.Inputs.Select(input => input.Name).Distinct().ToDictionary(name => name, Source.FromFolder);
        return new ScenarioRecord
        {
            Name = Name,
            Scenario = Scenario,
            Inputs = [.. Result.Inputs.Select(input => new InputRecord(names[input.Name], input.Sha256) { Bytes = input.Bytes })],
            Overrides = [.. Overrides],
            Overridden = Result.Overrides,
            Options = [.. options],
            Expectations =
            [
                .. expectations.Select(result =>
                    result with
                    {
                        Expectation = result.Expectation with { At = Renamed(result.Expectation.At) },
                    }
                ),
            ],
        };

        string Renamed(string at) =>
            names
                .Where(name => at.StartsWith($"{name.Key}:", StringComparison.Ordinal))
                .Select(name => name.Value + at[name.Key.Length..])
                .FirstOrDefault(at);
    }
}

/// <summary>A scenario whose numbers have been moved.</summary>
/// <param name="Rerun">What it takes to run it.</param>
/// <param name="Scenario">The scenario, ready to run and to be moved again.</param>
public sealed record MovedScenario(Rerun Rerun, OpenScenario Scenario);
