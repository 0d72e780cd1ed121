using System.Globalization;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>Plans a study whose draws are made in shards: what <c>plan</c> and <c>sweep</c> ask.</summary>
public static class PlanStudy
{
    // A shard takes a second to begin with; this many draws take minutes.
    private const int UsualDrawsOfShard = 131_072;

    /// <summary>Plans it.</summary>
    /// <param name="scenario">The scenario, with which nothing is wrong.</param>
    /// <param name="request">What is asked: what <see cref="RunScenario"/> would be asked.</param>
    /// <param name="shards">How many shards; null for as many as suit the draws.</param>
    /// <param name="workers">How many draw at a time, as far as that is known.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Interrupts it.</param>
    public static Task<Outcome<Study>> Run(
        OpenScenario scenario,
        RunRequest request,
        int? shards,
        int workers,
        IProgress<RunProgress>? progress = null,
        CancellationToken stop = default
    ) => Outcome.Of(() => Planning(scenario, request.For(scenario.Scenario), shards, workers, progress, stop));

    /// <summary>Whether a study that is there asks what is asked now.</summary>
    /// <param name="study">The study.</param>
    /// <param name="scenario">The scenario, as it is now.</param>
    /// <param name="request">What is asked now.</param>
    /// <param name="shards">How many shards are asked for; null for any.</param>
    /// <returns>What differs, to follow the name of the study; null where it is the same.</returns>
    public static string? Difference(Study study, OpenScenario scenario, RunRequest request, int? shards)
    {
        request = request.For(scenario.Scenario);
        var asked = study.Request;
        var copies = InputCopies.Of([scenario.Record(scenario.Scenario.Options, [])])[0];
        var files = study.Inputs.ToDictionary(input => input.Name, input => input.Bytes);
        var changed = copies.FirstOrDefault(copy =>
            !files.TryGetValue(copy.Name, out var bytes) || !bytes.AsSpan().SequenceEqual(copy.Input.Bytes.AsSpan())
        );
        return study.Engine != EngineHash.Text ? $"was planned by another version of the program, {study.Version}."
            : changed.Name is not null ? $"was planned when {changed.Input.Name} was another file."
            : files.Count != copies.Length ? "was planned when the scenario named other files."
            : !study.Overrides.SequenceEqual(scenario.Overrides) ? "was planned with another --set."
            : !asked.Options.SequenceEqual(request.Options) || asked.Told != request.Told ? "is of other options."
            : asked.BySteps != request.BySteps || asked.OnlyTidy != request.OnlyTidy ? "leaves other files."
            : study.Draws != request.Draws ? $"has {Counts.Of(study.Draws, "draw")}."
            : asked.Seed != (request.Seed ?? scenario.Scenario.Drawing.Seed) ? $"has seed {asked.Seed}."
            : shards is { } count && count != study.Shards ? $"has {Counts.Of(study.Shards, "shard")}."
            : null;
    }

    private static async Task<Study> Planning(
        OpenScenario scenario,
        RunRequest request,
        int? shards,
        int workers,
        IProgress<RunProgress>? progress,
        CancellationToken stop
    )
    {
        var draws = DrawsOf(scenario, request);
        var asked = request with { Seed = request.Seed ?? scenario.Scenario.Drawing.Seed, DrawsUnlessTold = false };
        var drawing = new DrawRequest
        {
            Draws = draws,
            Seed = asked.Seed,
            Options = RunSteps.Named(scenario, asked.Options),
            Threads = asked.Threads,
        };
        RunSteps.Told(scenario, asked);

        // What the central run shows to be wrong no machine is to find out again.
        progress.Begin(RunProgress.Run);
        await RunSteps.Run(scenario, drawing.Options, bySteps: false, progress.Of(RunProgress.Run), stop);
        progress.Begin(RunProgress.Plan);
        var bins = await Task.Run(() => DrawStudy.Bins(scenario.Prepared, drawing, stop), stop).WaitAsync(stop);
        var copies = InputCopies.Of([scenario.Record(scenario.Scenario.Options, [])])[0];
        var study = new Study
        {
            Name = scenario.Name,
            Scenario = copies[0].Name,
            Inputs = [.. copies.Select(copy => new StudyInput(copy.Name, copy.Input.Bytes))],
            Overrides = [.. scenario.Overrides],
            Request = asked,
            Shards = shards ?? Usual(draws, workers),
            Version = EngineVersion.Text,
            Engine = EngineHash.Text,
            Fingerprint = await Task.Run(() => DrawStudy.Fingerprint(scenario.Prepared, drawing), stop).WaitAsync(stop),
            Bins = bins,
            Hash = "",
        };
        if (study.Shards > study.Chunks)
        {
            throw RefusedException.Question(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{draws:N0} draws cannot be cut into {study.Shards:N0} shards: the least that is drawn at a time is a part of {draws:N0} / {study.Chunks:N0}."
                ),
                string.Create(CultureInfo.InvariantCulture, $"ask for at most {study.Chunks:N0} shards, or for more draws."),
                scenario.Named
            );
        }

        return StudyFiles.Sealed(study);
    }

    /// <summary>How many draws the study has.</summary>
    /// <exception cref="RefusedException">It cannot be cut.</exception>
    private static long DrawsOf(OpenScenario scenario, RunRequest request)
    {
        var most = DrawStudy.MostDrawsOf(scenario.Scenario);
        return (request.Draws, request.Until, request.KeepsDraws) switch
        {
            (_, not null, _) => throw RefusedException.Question(
                "draws that stop at an error follow from those before them, and cannot be cut into shards.",
                "ask for a number with --draws, or use systemsim run."
            ),
            (_, _, true) => throw RefusedException.Question(
                "shards leave sums and counts, and keep no draw by itself.",
                "leave --keep-draws out, or use systemsim run."
            ),
            ({ } draws, _, _) when most is { } given && draws > given => throw RefusedException.Question(
                $"its table of draws has {given} draws, and {draws} are asked.",
                about: scenario.Named
            ),
            ({ } draws, _, _) when draws > Study.FewestDraws => draws,
            ({ } draws, _, _) => throw RefusedException.Question(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{draws:N0} draws are too few to be cut into shards: a study has more than {Study.FewestDraws:N0}."
                ),
                scenario.Scenario.HasRanges
                    ? "ask for more with --draws, or run them at once: systemsim run."
                    : "nothing has a range, and nothing is drawn: systemsim run.",
                scenario.Named
            ),
            _ => throw RefusedException.Question("a study has a number of draws.", "name it with --draws, such as --draws 1000000."),
        };
    }

    private static int Usual(long draws, int workers) =>
        (int)Math.Clamp(Math.Max(4L * workers, draws / UsualDrawsOfShard), 1, Math.Min(Shard.Most, Math.Max(1, draws / Study.FewestDraws)));
}
