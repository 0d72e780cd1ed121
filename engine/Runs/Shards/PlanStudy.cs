using System.Globalization;
using SystemSim.Reporting;
using SystemSim.Studies;

namespace SystemSim.Runs;

/// <summary>Plans a study whose draws are made in shards: what <c>plan</c> and <c>sweep</c> ask.</summary>
public static class PlanStudy
{
    // A shard takes a second to begin with; this many draws take minutes.
    private const int UsualDrawsOfShard = 131_072;

    // As many runs at points take about as long.
    private const int UsualRunsOfShard = 65_536;

    /// <summary>Plans what <c>run</c> leaves.</summary>
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

    /// <summary>Plans what <c>sensitivity</c> tells of what is worked out by draws.</summary>
    /// <param name="scenario">The scenario, with which nothing is wrong.</param>
    /// <param name="request">What is asked: what <see cref="AskSensitivity"/> would be asked.</param>
    /// <param name="shards">How many shards; null for as many as suit the runs.</param>
    /// <param name="workers">How many draw at a time, as far as that is known.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="stop">Interrupts it.</param>
    public static Task<Outcome<Study>> Run(
        OpenScenario scenario,
        SensitivityRequest request,
        int? shards,
        int workers,
        IProgress<RunProgress>? progress = null,
        CancellationToken stop = default
    ) => Outcome.Of(() => Planning(scenario, request, shards, workers, progress, stop));

    /// <summary>Whether a study that is there asks what is asked now.</summary>
    /// <param name="study">The study.</param>
    /// <param name="scenario">The scenario, as it is now.</param>
    /// <param name="request">What is asked now.</param>
    /// <param name="shards">How many shards are asked for; null for any.</param>
    /// <returns>What differs, to follow the name of the study; null where it is the same.</returns>
    public static string? Difference(Study study, OpenScenario scenario, RunRequest request, int? shards) =>
        Difference(study, scenario, question => question.Difference(Sown(scenario, request.For(scenario.Scenario))), shards);

    /// <inheritdoc cref="Difference(Study, OpenScenario, RunRequest, int?)"/>
    public static string? Difference(Study study, OpenScenario scenario, SensitivityRequest request, int? shards) =>
        Difference(study, scenario, question => question.Difference(Sown(scenario, request)), shards);

    private static string? Difference(Study study, OpenScenario scenario, Func<StudyQuestion, string?> question, int? shards)
    {
        var copies = InputCopies.Of([scenario.Record(scenario.Scenario.Options, [])])[0];
        var files = study.Inputs.ToDictionary(input => input.Name, input => input.Bytes);
        var changed = copies.FirstOrDefault(copy =>
            !files.TryGetValue(copy.Name, out var bytes) || !bytes.AsSpan().SequenceEqual(copy.Input.Bytes.AsSpan())
        );
        return study.Engine != EngineHash.Text ? $"was planned by another version of the program, {study.Version}."
            : changed.Name is not null ? $"was planned when {changed.Input.Name} was another file."
            : files.Count != copies.Length ? "was planned when the scenario named other files."
            : !study.Overrides.SequenceEqual(scenario.Overrides) ? "was planned with another --set."
            : question(study.Question) is { } difference ? difference
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
        var asked = Sown(scenario, request) with { DrawsUnlessTold = false };
        var drawing = new DrawRequest
        {
            Draws = DrawsOf(scenario, asked),
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
        var question = new StudyQuestion.OfRun(asked, bins);
        return await Planned(scenario, question, shards ?? Usual(question, UsualDrawsOfShard, workers), asked.Threads, stop);
    }

    private static async Task<Study> Planning(
        OpenScenario scenario,
        SensitivityRequest request,
        int? shards,
        int workers,
        IProgress<RunProgress>? progress,
        CancellationToken stop
    )
    {
        SensitivityChoices.CheckOne(request);
        if (!request.IsByDraws || request.Draws == 0)
        {
            throw RefusedException.Question(
                "this is worked out at chosen values, and is not cut into shards.",
                "ask for --sobol, --information, --frontier or --acceptability by draws, or use systemsim sensitivity."
            );
        }

        var asked = Sown(scenario, request);
        var plan = AskSensitivity.ByDraws(scenario, asked);
        progress.Begin(RunProgress.Run);
        await RunSteps.Run(scenario, null, bySteps: false, progress.Of(RunProgress.Run), stop);
        progress.Begin(RunProgress.Plan);
        var study = await Task.Run(plan, stop).WaitAsync(stop);
        var question = new StudyQuestion.OfSensitivity(asked, study.Points);
        return await Planned(scenario, question, shards ?? Usual(question, UsualRunsOfShard, workers), asked.Threads, stop);
    }

    /// <summary>The study of a question, once it is known that it can be asked.</summary>
    private static async Task<Study> Planned(
        OpenScenario scenario, StudyQuestion question, int shards, int threads, CancellationToken stop)
    {
        var copies = InputCopies.Of([scenario.Record(scenario.Scenario.Options, [])])[0];
        var study = new Study
        {
            Name = scenario.Name,
            Scenario = copies[0].Name,
            Inputs = [.. copies.Select(copy => new StudyInput(copy.Name, copy.Input.Bytes))],
            Overrides = [.. scenario.Overrides],
            Question = question,
            Shards = shards,
            Version = EngineVersion.Text,
            Engine = EngineHash.Text,
            Fingerprint = await Task.Run(() => question.Work(scenario, threads).Fingerprint(), stop).WaitAsync(stop),
            Hash = "",
        };
        return study.Shards <= study.Chunks
            ? StudyFiles.Sealed(study)
            : throw RefusedException.Question(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{question.Pieces:N0} {question.Piece}s cannot be cut into {study.Shards:N0} shards: the least that is drawn at a time is a part of {question.Pieces:N0} / {study.Chunks:N0}."
                ),
                string.Create(CultureInfo.InvariantCulture, $"ask for at most {study.Chunks:N0} shard{(study.Chunks == 1 ? "" : "s")}, or for more draws."),
                scenario.Named
            );
    }

    private static RunRequest Sown(OpenScenario scenario, RunRequest request) =>
        request with { Seed = request.Seed ?? scenario.Scenario.Drawing.Seed };

    private static SensitivityRequest Sown(OpenScenario scenario, SensitivityRequest request) =>
        request with
        {
            Draws = request.Draws ?? SensitivityChoices.UsualDraws(scenario, request),
            Seed = request.Seed ?? scenario.Scenario.Drawing.Seed,
        };

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

    /// <summary>As many shards as suit a question: some for each worker, and none very small.</summary>
    private static int Usual(StudyQuestion question, int usual, int workers) =>
        (int)Math.Clamp(
            Math.Max(4L * workers, question.Pieces / usual),
            1,
            Math.Min(Shard.Most, Math.Max(1, question.Pieces / Study.FewestDraws))
        );
}
