using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary><c>sweep</c>: plans a study, has its shards drawn by processes of this machine or of a cluster, and merges them.</summary>
internal sealed class SweepVerb(
    Terminal terminal, HostEnvironment environment, ScenarioArguments scenarios, StudySteps studies)
{
    private const int MostWorkers = 512;

    /// <summary>Declares the verb.</summary>
    public static Command Declare(VerbRunner runner, CommonOptions common)
    {
        var (asked, sensitivity) = (new Options(), new SensitivityOptions());
        var command = new Command("sweep", "Make many draws of a scenario in several processes: goes on where it was interrupted.")
        {
            asked.Scenarios,
            common.Out,
            asked.Study,
            asked.Workers,
            asked.Slurm,
            asked.Sbatch,
            asked.NoWait,
            asked.Kubernetes,
            asked.Image,
            asked.Claim,
            asked.VolumePath,
        };
        foreach (var option in common.OfStudies)
        {
            command.Add(option);
        }

        sensitivity.AddByDrawsTo(command);
        command.SetAction((parsed, stop) =>
            runner.Run<SweepVerb>(parsed, verb =>
            {
                asked.Check(parsed);
                var draws = common.Command(parsed, parsed.GetRequiredValue(asked.Scenarios), runner.Cores);
                var run = draws with { Sensitivity = sensitivity.OfStudy(parsed, draws.Request) };
                var (shards, workers) = (parsed.GetValue(common.Shards), parsed.GetValue(asked.Workers) ?? runner.Cores);
                return run.Scenarios.Count > 1
                    ? verb.RunEach(run, asked, parsed, shards, workers, stop)
                    : verb.Run(run, asked, parsed, parsed.GetValue(asked.Study), shards, workers, each: null, stop);
            })
        );
        return command;
    }

    /// <summary>Sweeps scenarios one after the other, each with a study and results of its own; whatever is wrong with one, the others are
    /// swept. What is drawn here is set side by side in the end.</summary>
    private async Task<ExitCode> RunEach(
        RunCommand command, Options asked, ParseResult parsed, int? shards, int workers, CancellationToken stop)
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
                var study = $"{parsed.GetValue(asked.Study) ?? "studies"}/{name}";
                codes.Add(await Run(one, asked, parsed, study, shards, workers, each, stop));
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

    private async Task<ExitCode> Run(
        RunCommand command,
        Options asked,
        ParseResult parsed,
        string? study,
        int? shards,
        int workers,
        List<RunResult>? each,
        CancellationToken stop
    )
    {
        var folder = await studies.Plan(command, study, shards, workers, goesOn: true, stop);
        Shard[] all = [.. Shard.All(folder.Study.Shards)];
        Shard[] missing = [.. all.Where(shard => !folder.Has(shard))];
        if (missing.Length < all.Length && !command.Quiet)
        {
            terminal.Say($"{folder.Name}: {Counts.Of(all.Length - missing.Length, "shard")} of {all.Length} drawn before.");
        }

        var progress = new Progress(terminal, environment.Clock, command.Quiet);
        progress.Report(new RunProgress(RunProgress.Draw, 0.0));
        return parsed.GetValue(asked.Slurm)
                ? await BySlurm(
                    command,
                    folder,
                    missing,
                    parsed.GetRequiredValue(asked.Sbatch),
                    parsed.GetValue(asked.NoWait),
                    Drawn,
                    stop
                )
            : parsed.GetValue(asked.Kubernetes)
                ? await ByKubernetes(
                    command,
                    folder,
                    new KubernetesJobs(
                        folder.Study,
                        parsed.GetValue(asked.Image)!,
                        parsed.GetValue(asked.Claim)!,
                        parsed.GetValue(asked.VolumePath) ?? Path.GetFileName(folder.FullPath.TrimEnd('/'))
                    ),
                    workers,
                    parsed.GetValue(asked.NoWait),
                    Drawn,
                    stop
                )
            : await Here(command, folder, all, missing, workers, Drawn, each, stop);

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
        IReadOnlyList<string> words,
        bool goesAway,
        Action<int> drawn,
        CancellationToken stop
    )
    {
        var results = ResultsPath.Of(command.Out, folder.Study.Name, environment);
        string[] merge = ["merge", folder.FullPath, "--out", results.FullPath, "--quiet", .. command.Json ? ["--json"] : Array.Empty<string>()];
        var jobs = new SlurmJobs(folder, [.. words.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries))]);
        var numbers = await jobs.Submit(missing, merge, stop);
        if (!command.Quiet || goesAway)
        {
            terminal.Say($"{folder.Name}: jobs {string.Join(" and ", numbers)}; {Counts.Of(missing.Length, "shard")} to draw.");
        }

        if (goesAway)
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
        KubernetesJobs jobs,
        int workers,
        bool goesAway,
        Action<int> drawn,
        CancellationToken stop
    )
    {
        var (draw, merge) = (
            Path.Combine(folder.FullPath, "kubernetes", "draw.json"),
            Path.Combine(folder.FullPath, "kubernetes", "merge.json")
        );
        WholeFile.Write(draw, jobs.Draw(workers));
        WholeFile.Write(merge, jobs.Merge(command.Out ?? "results"));
        if (goesAway)
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

    /// <summary>What only this verb is asked.</summary>
    private sealed class Options
    {
        public Argument<string[]> Scenarios { get; } =
            new("SCENARIO")
            {
                Description = "A scenario file, or a folder that holds a scenario.yaml; of several each has a study and results of its own.",
                Arity = ArgumentArity.OneOrMore,
            };

        public Option<string?> Study { get; } =
            new("--study")
            {
                Description = "Folder of the study; one that is there and asks the same is gone on with.  [default: studies/<scenario>]",
                HelpName = "FOLDER",
            };

        public Option<int?> Workers { get; } =
            new("--workers")
            {
                Description = "Processes or pods that draw at a time; never changes a byte of the results.  [default: every core]",
                HelpName = "N",
                CustomParser = result => CommonOptions.WholeNumber(result, "--workers", 1, otherwise: null, MostWorkers),
            };

        public Option<bool> Slurm { get; } =
            new("--slurm") { Description = "Have a Slurm cluster draw and merge; its machines share the study's folder." };

        public Option<string[]> Sbatch { get; } =
            new("--sbatch")
            {
                Description = "With --slurm: words for sbatch, such as \"--partition=long --time=2:00:00\".",
                HelpName = "WORDS",
                DefaultValueFactory = _ => [],
            };

        public Option<bool> NoWait { get; } =
            new("--no-wait") { Description = "With --slurm: hand the jobs in and end. With --kubernetes: write them, and say what applies them." };

        public Option<bool> Kubernetes { get; } =
            new("--kubernetes") { Description = "Have a Kubernetes cluster draw and merge, by kubectl, over a volume that holds the study." };

        public Option<string?> Image { get; } =
            new("--image") { Description = "With --kubernetes: image whose program is systemsim, of this version.", HelpName = "IMAGE" };

        public Option<string?> Claim { get; } =
            new("--claim") { Description = "With --kubernetes: claim of the volume.", HelpName = "NAME" };

        public Option<string?> VolumePath { get; } =
            new("--volume-path")
            {
                Description = "With --kubernetes: path of the study on the volume.  [default: the name of its folder]",
                HelpName = "PATH",
            };

        /// <summary>Refuses options without that which they belong to.</summary>
        /// <exception cref="UserError">One is there alone.</exception>
        public void Check(ParseResult parsed)
        {
            var (slurm, kubernetes) = (parsed.GetValue(Slurm), parsed.GetValue(Kubernetes));
            if (slurm && kubernetes)
            {
                throw UserError.Usage("--slurm and --kubernetes both say who draws.", "leave one out.");
            }

            (Option Option, bool IsTaken, string With)[] belong =
            [
                (Sbatch, slurm, "--slurm"),
                (NoWait, slurm || kubernetes, "--slurm or --kubernetes"),
                (Image, kubernetes, "--kubernetes"),
                (Claim, kubernetes, "--kubernetes"),
                (VolumePath, kubernetes, "--kubernetes"),
            ];
            if (belong.FirstOrDefault(one => !one.IsTaken && IsThere(one.Option)) is { Option: { } alone, With: var with })
            {
                throw UserError.Usage($"{alone.Name} belongs to {with}, which is not there.", $"leave {alone.Name} out.");
            }

            if ((slurm || kubernetes) && parsed.GetRequiredValue(Scenarios).Length > 1 && parsed.GetValue<bool>("--json"))
            {
                throw UserError.Usage("a cluster answers for each scenario by itself.", "leave --json out, or sweep one scenario.");
            }

            if (kubernetes && (parsed.GetValue(Image) is null || parsed.GetValue(Claim) is null))
            {
                throw UserError.Usage("--kubernetes needs an image and a volume.", "name them: --image IMAGE --claim NAME.");
            }

            bool IsThere(Option option) => parsed.GetResult(option) is OptionResult { Implicit: false };
        }
    }
}
