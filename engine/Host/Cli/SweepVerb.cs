using System.CommandLine;
using System.Text;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>sweep</c>: plans a study, has its shards drawn by processes of this machine or of a cluster, and merges them.</summary>
internal sealed class SweepVerb(
    Terminal terminal, HostEnvironment environment, ScenarioArguments scenarios, StudySteps studies)
{
    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var (options, sensitivity) = (new SweepOptions(), new SensitivityOptions());
        var command = new Command("sweep", "Make many draws of a scenario in several processes: goes on where it was interrupted.")
        {
            options.Scenarios,
            common.Out,
        };
        options.AddTo(command);
        foreach (var option in common.OfStudies)
        {
            command.Add(option);
        }

        sensitivity.AddByDrawsTo(command);
        command.SetAction((parsed, stop) =>
            runner.Run<SweepVerb>(parsed, verb =>
            {
                var order = options.Order(parsed, parsed.GetValue(common.Shards), runner.Cores);
                var draws = common.Command(parsed, parsed.GetRequiredValue(options.Scenarios), runner.Cores);
                var run = draws with { Sensitivity = sensitivity.OfStudy(parsed, draws.Request) };
                return run.Scenarios.Count > 1 ? verb.RunEach(run, order, stop) : verb.Run(run, order, each: null, stop);
            })
        );
        return command;
    }

    /// <summary>Sweeps scenarios one after the other, each with a study and results of its own; whatever is wrong with one, the others are
    /// swept. What is drawn here is set side by side in the end.</summary>
    private async Task<ExitCode> RunEach(RunCommand command, SweepOrder order, CancellationToken stop)
    {
        if (command.Sensitivity is not null)
        {
            throw UserError.Usage("what an answer rests on is asked of one scenario at a time.", "sweep one scenario.");
        }

        var named = command.Scenarios.Select(scenario => (Scenario: scenario, Name: scenarios.Source(scenario).ShortName)).ToArray();
        if (named.GroupBy(one => one.Name).FirstOrDefault(same => same.Count() > 1) is { Key: var twice })
        {
            throw UserError.Usage(
                $"two scenarios are called '{twice}', and would share a study and results.",
                "sweep them one after the other, with --study and --out."
            );
        }

        var (codes, each) = (new List<ExitCode>(), new List<RunResult>());
        foreach (var (scenario, name) in named)
        {
            try
            {
                var one = command with { Scenarios = [scenario], Out = $"{command.Out ?? "results"}/{name}", Json = false };
                codes.Add(await Run(one, order with { Study = $"{order.Study ?? "studies"}/{name}" }, each, stop));
            }
            catch (UserError wrong) when (!stop.IsCancellationRequested)
            {
                terminal.Say(wrong);
                codes.Add(wrong.Code);
            }
        }

        if (command.Json)
        {
            terminal.Answer(OverviewJson.Write(CompareScenarios.Overviews(each)));
        }
        else if (each.Count > 0)
        {
            terminal.Answer(OverviewText.Write(CompareScenarios.Overviews(each)));
        }

        return ExitCodes.Gravest(codes);
    }

    private async Task<ExitCode> Run(RunCommand command, SweepOrder order, List<RunResult>? each, CancellationToken stop)
    {
        var folder = await studies.Plan(command, order.Study, order.Shards, order.Workers, goesOn: true, stop);
        Shard[] all = [.. Shard.All(folder.Study.Shards)];
        Shard[] missing = [.. all.Where(shard => !folder.Has(shard))];
        if (missing.Length < all.Length && !command.Quiet)
        {
            terminal.Say($"{folder.Name}: {Counts.Of(all.Length - missing.Length, "shard")} of {all.Length} drawn before.");
        }

        var progress = new Progress(terminal, environment.Clock, command.Quiet);
        progress.Report(new RunProgress(RunProgress.Draw, 0.0));
        return order.By switch
        {
            SweepWorkers.OfSlurm slurm => await BySlurm(command, folder, missing, slurm, Drawn, stop),
            SweepWorkers.OfKubernetes kubernetes => await ByKubernetes(command, folder, order.Workers, kubernetes, Drawn, stop),
            _ => await Here(command, folder, all, missing, order.Workers, Drawn, each, stop),
        };

        void Drawn(int done) => progress.Report(new RunProgress(RunProgress.Draw, (double)done / all.Length));
    }

    /// <summary>Draws with processes of this machine.</summary>
    /// <returns>How it ends.</returns>
    private async Task<ExitCode> Here(
        RunCommand command,
        StudyFolder folder,
        Shard[] all,
        Shard[] missing,
        int workers,
        Action<int> drawn,
        List<RunResult>? each,
        CancellationToken stop
    )
    {
        await new LocalWorkers(folder, workers, done => drawn(all.Length - missing.Length + done)).Draw(missing, stop);
        var shards = studies.Files(all.Select(folder.NameOf));
        var threads = command.Request.Threads;
        if (each is null)
        {
            return await studies.Tell(folder, shards, command.Scenarios[0], command.Out, threads, command.Json, command.Quiet, stop);
        }

        var (run, path) = await studies.Merge(folder, shards, command.Out, threads, command.Quiet, stop);
        // Beside others it is told on a line an option.
        each.Add(run);
        terminal.Say($"Results: {path.Name}");
        return FailedExpectations.Code(run.Held);
    }

    /// <summary>Has a Slurm cluster draw and merge.</summary>
    private async Task<ExitCode> BySlurm(
        RunCommand command,
        StudyFolder folder,
        Shard[] missing,
        SweepWorkers.OfSlurm slurm,
        Action<int> drawn,
        CancellationToken stop
    )
    {
        var results = ResultsPath.Of(command.Out, folder.Study.Name, environment);
        string[] merge = ["merge", folder.FullPath, "--out", results.FullPath, "--quiet", .. command.Json ? ["--json"] : Array.Empty<string>()];
        var jobs = new SlurmJobs(folder, slurm.Words);
        var numbers = await jobs.Submit(missing, merge, stop);
        if (!command.Quiet || slurm.GoesAway)
        {
            terminal.Say($"{folder.Name}: jobs {string.Join(" and ", numbers)}; {Counts.Of(missing.Length, "shard")} to draw.");
        }

        if (slurm.GoesAway)
        {
            return ExitCode.Done;
        }

        var (code, answers, rest) = await jobs.Follow(numbers, () => drawn(folder.Drawn().Count), stop);
        Repeat(answers, rest);
        return code;
    }

    /// <summary>Has a Kubernetes cluster draw and merge.</summary>
    private async Task<ExitCode> ByKubernetes(
        RunCommand command,
        StudyFolder folder,
        int workers,
        SweepWorkers.OfKubernetes kubernetes,
        Action<int> drawn,
        CancellationToken stop
    )
    {
        var path = kubernetes.VolumePath ?? Path.GetFileName(folder.FullPath.TrimEnd('/'));
        var jobs = new KubernetesJobs(folder.Study, kubernetes.Image, kubernetes.Claim, path);
        var (draw, merge) = (
            Path.Combine(folder.FullPath, "kubernetes", "draw.json"),
            Path.Combine(folder.FullPath, "kubernetes", "merge.json")
        );
        WholeFile.Write(draw, jobs.Draw(workers));
        WholeFile.Write(merge, jobs.Merge(command.Out ?? "results"));
        if (kubernetes.GoesAway)
        {
            terminal.Answer($"kubectl apply --filename {draw}");
            terminal.Answer($"kubectl wait --for=condition=complete --timeout=-1s job/{jobs.DrawName}");
            terminal.Answer($"kubectl apply --filename {merge}");
            return ExitCode.Done;
        }

        // Whether a shard is missing is for the merge to see, which names it.
        await KubernetesJobs.Run(draw, jobs.DrawName, drawn, stop);
        var isMerged = await KubernetesJobs.Run(merge, jobs.MergeName, _ => { }, stop);
        var said = await KubernetesJobs.Log(jobs.MergeName, stop);
        Repeat(isMerged ? said : "", isMerged ? "" : said);
        return isMerged ? ExitCode.Done : ExitCode.Failed;
    }

    /// <summary>Says what a job elsewhere has said.</summary>
    private void Repeat(string answers, string rest)
    {
        terminal.Answer(Encoding.UTF8.GetBytes(answers));
        foreach (var line in rest.TrimEnd('\n').Split('\n').Where(line => line.Length > 0))
        {
            terminal.Say(line);
        }
    }
}
