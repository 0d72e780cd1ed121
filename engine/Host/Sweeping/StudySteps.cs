using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Plans and merges studies, for the verbs that do so.</summary>
internal sealed class StudySteps(
    Terminal terminal, HostEnvironment environment, ScenarioArguments scenarios, PrintedRuns printed, PrintedSensitivity sensitivity)
{
    /// <summary>Plans a study, and writes it into a new folder.</summary>
    /// <param name="command">What is asked.</param>
    /// <param name="typed">The folder; null for <c>studies/</c> and the scenario's name.</param>
    /// <param name="shards">How many shards; null for as many as suit the draws.</param>
    /// <param name="workers">How many will draw at a time, as far as that is known.</param>
    /// <param name="goesOn">Whether a study that is there and asks the same is gone on with.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="UserError">It cannot be planned, or something else stands in the folder.</exception>
    public async Task<StudyFolder> Plan(
        RunCommand command,
        string? typed,
        int? shards,
        int workers,
        bool goesOn,
        CancellationToken stop
    )
    {
        var scenario = await scenarios.ReadSound(command.Scenarios[0], command.Overrides, stop);
        var named = typed ?? $"studies/{scenario.Name}";
        if (goesOn && File.Exists(Path.Combine(environment.FullPath(named), StudyFiles.Main)))
        {
            var there = StudyFolder.Read(named, environment);
            var differs = command.Sensitivity is { } asked
                ? PlanStudy.Difference(there.Study, scenario, asked, shards)
                : PlanStudy.Difference(there.Study, scenario, command.Request, shards);
            return differs is { } difference
                ? throw new UserError(
                    ExitCode.Disk,
                    $"{named}: the study that is there {difference}",
                    "name another folder with --study, or remove this one."
                )
                : there;
        }

        StudyFolder.CheckPlace(named, environment);
        var progress = new Progress(terminal, environment.Clock, command.Quiet);
        var planned = command.Sensitivity is { } question
            ? await PlanStudy.Run(scenario, question, shards, workers, progress, stop)
            : await PlanStudy.Run(scenario, command.Request, shards, workers, progress, stop);
        return StudyFolder.Write(planned.OrStop(terminal), named, environment, stop);
    }

    /// <summary>Merges shards, writes what one process would have left, and says what it came to.</summary>
    /// <param name="folder">The study.</param>
    /// <param name="files">Its shards.</param>
    /// <param name="scenario">The scenario, as the caller names it.</param>
    /// <param name="to">Results folder as typed; null for the default of a run, and for none of what an answer rests on.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="asJson">Whether to answer in JSON.</param>
    /// <param name="isQuiet">Whether to tell no progress.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>How the command ends.</returns>
    /// <exception cref="UserError">Shards are missing or unsound, or results cannot be written.</exception>
    public async Task<ExitCode> Tell(
        StudyFolder folder,
        IReadOnlyList<(string Name, Func<byte[]> Read)> files,
        string scenario,
        string? to,
        int threads,
        bool asJson,
        bool isQuiet,
        CancellationToken stop
    )
    {
        if (folder.Study.Question is StudyQuestion.OfRun)
        {
            var (run, path) = await Merge(folder, files, to, threads, isQuiet, stop);
            return printed.Print(run, scenario, path, asJson, tellsDraws: true);
        }

        var results = to is null ? null : ResultsPath.Of(to, folder.Study.Name, environment);
        var progress = new Progress(terminal, environment.Clock, isQuiet);
        var merged = (await MergeShards.Sensitivity(folder.Study, files, threads, environment.Lanes, progress, stop)).OrStop(terminal);
        return sensitivity.Print(merged.Scenario, merged.Found, results, asJson, stop);
    }

    /// <summary>Merges the shards of a study of draws, and writes the results folder that a run in one process would have left.</summary>
    /// <param name="folder">The study.</param>
    /// <param name="files">Its shards.</param>
    /// <param name="to">Results folder as typed; null for the default.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="isQuiet">Whether to tell no progress.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>What came of it, and where it is.</returns>
    /// <exception cref="UserError">Shards are missing or unsound, or results cannot be written.</exception>
    public async Task<(RunResult Run, ResultsPath Path)> Merge(
        StudyFolder folder,
        IReadOnlyList<(string Name, Func<byte[]> Read)> files,
        string? to,
        int threads,
        bool isQuiet,
        CancellationToken stop
    )
    {
        var path = ResultsPath.Of(to, folder.Study.Name, environment);
        var times = new StageTimes(environment.Clock, RunProgress.Merge);
        var progress = new Progress(terminal, environment.Clock, isQuiet, times);
        var isTidy = ((StudyQuestion.OfRun)folder.Study.Question).Request.OnlyTidy;
        WarmUp.Begin(tells: !isTidy);
        var merged = await MergeShards.Run(folder.Study, files, threads, environment.Lanes, progress, stop);
        var run = merged.OrStop(terminal);
        path.Write(run.Folder with { Timings = isTidy ? null : times.Record(threads, environment.Machine) }, stop);
        return (run, path);
    }

    /// <summary>Reads a study.</summary>
    /// <param name="typed">Its folder, as typed.</param>
    /// <exception cref="UserError">There is none, or it is not as it was written.</exception>
    public StudyFolder Read(string typed) => StudyFolder.Read(typed, environment);

    /// <summary>Files that somebody names.</summary>
    /// <param name="typed">Their names, as typed.</param>
    /// <returns>Names, and what reads them.</returns>
    public IReadOnlyList<(string Name, Func<byte[]> Read)> Files(IEnumerable<string> typed) =>
        [.. typed.Select(file => (file, StudyFolder.Reader(environment.FullPath(file))))];

    /// <summary>Makes a study ready to be drawn from.</summary>
    /// <param name="folder">The study.</param>
    /// <param name="threads">Threads to use.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <exception cref="UserError">This program or machine does not draw for it.</exception>
    public async Task<DrawShard> Ready(StudyFolder folder, int threads, CancellationToken stop) =>
        (await DrawShard.Ready(folder.Study, threads, environment.Lanes, stop)).OrStop(terminal);
}
