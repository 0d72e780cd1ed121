using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NUnit.Framework;

namespace SystemSim.Acceptance;

/// <summary>Draws that are cut into shards and drawn by several processes: the same bytes as one, whatever becomes of them.</summary>
public sealed class SweepTests
{
    private const string Draws = "12000";
    private const string ManyDraws = "80000";

    [Test]
    public void A_study_that_is_planned_drawn_and_merged_is_a_run()
    {
        using var here = With("draws");
        here.Call("run", "features/draws", "--draws", Draws, "--out", "whole");

        var planned = here.Call("plan", "features/draws", "--draws", Draws, "--shards", "4", "--out", "study");
        var drawn = ProgramCall.In(here.Folder, _ => { }, new() { ["TASK"] = "12" }, ["draw", "study", "--index-from", "TASK", "--first", "10"]);
        var missing = here.Call("merge", "study", "--out", "merged");
        var rest = here.Call("draw", "study");
        var again = here.Call("draw", "study", "--shard", "3/4");
        var merged = here.Call("merge", "study", "--out", "merged");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(planned.Lines[0], Is.EqualTo("study: 12,000 draws of draws, seed 7, in 4 shards."));
            Assert.That(drawn.Output, Is.EqualTo("study/shards/3-of-4.draws: draws 5,889 to 8,960\n"), drawn.Errors);
            Assert.That(missing.ExitCode, Is.EqualTo(5));
            Assert.That(
                missing.Errors,
                Is.EqualTo("study: 3 shards are missing: 1/4, 2/4, 4/4.\n  hint: draw them: systemsim draw study --shard 1/4,2/4,4/4\n")
            );
            Assert.That(rest.Lines, Has.Length.EqualTo(3));
            Assert.That(again.Output, Is.EqualTo("study/shards/3-of-4.draws: draws 5,889 to 8,960, which were there already\n"));
            Assert.That(merged.ExitCode, Is.Zero, merged.Errors);
            Assert.That(merged.Lines, Does.Contain("Results: merged"));
            AssertSame(here, "whole", "merged");
        }
    }

    [Test]
    public void A_scenario_that_has_changed_since_changes_no_study_that_was_planned()
    {
        using var here = With("draws");
        here.Call("plan", "features/draws", "--draws", Draws, "--shards", "2", "--out", "study");
        here.Call("run", "features/draws", "--draws", Draws, "--out", "whole");

        File.AppendAllText(here.At("features/draws/scenario.yaml"), "# changed\n");
        here.Call("draw", "study");
        here.Call("merge", "study", "--out", "merged");
        var swept = here.Call("sweep", "features/draws", "--draws", Draws, "--study", "study", "--out", "swept");

        using (Assert.EnterMultipleScope())
        {
            AssertSame(here, "whole", "merged");
            Assert.That(swept.ExitCode, Is.EqualTo(5));
            Assert.That(swept.Errors, Does.StartWith("study: the study that is there was planned when scenario.yaml was another file.\n"));
            Assert.That(Directory.Exists(here.At("swept")), Is.False);
        }
    }

    [Test]
    public void What_an_answer_rests_on_is_found_out_by_two_workers_as_by_one_process()
    {
        using var here = With("draws");
        string[] asked = ["--sobol", "--option", "cheaper", "--draws", "400"];
        var whole = here.Call(["sensitivity", "features/draws", .. asked, "--out", "whole"]);

        var swept = here.Call(["sweep", "features/draws", .. asked, "--shards", "3", "--workers", "2", "--study", "study", "--out", "merged"]);
        File.Delete(here.At("study/shards/2-of-3.draws"));
        var missing = here.Call("merge", "study");
        var again = here.Call("draw", "study");
        var told = here.Call("merge", "study", "--json");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(swept.ExitCode, Is.Zero, swept.Errors);
            Assert.That(swept.Lines[..^1], Is.EqualTo(whole.Lines[..^1]));
            Assert.That(missing.Errors, Does.StartWith("study: 1 shard is missing: 2/3.\n  hint: draw it: systemsim draw study --shard 2/3"));
            Assert.That(again.Output, Does.Match("^study/shards/2-of-3.draws: runs [0-9,]+ to [0-9,]+\n$"));
            Assert.That(told.Output, Is.EqualTo(here.Call(["sensitivity", "features/draws", .. asked, "--json"]).Output));
            AssertSame(here, "whole", "merged");
        }
    }

    [Test]
    public void A_sweep_goes_on_from_what_is_there_and_sound()
    {
        using var here = With("chance");
        here.Call("run", "features/chance", "--draws", Draws, "--out", "whole");

        var first = here.Call("sweep", "features/chance", "--draws", Draws, "--shards", "5", "--workers", "2", "--study", "study", "--out", "first");
        File.Delete(here.At("study/shards/2-of-5.draws"));
        var damaged = File.ReadAllBytes(here.At("study/shards/4-of-5.draws"));
        damaged[^40] ^= 1;
        File.WriteAllBytes(here.At("study/shards/4-of-5.draws"), damaged);
        var second = here.Call("sweep", "features/chance", "--draws", Draws, "--workers", "3", "--study", "study", "--out", "second");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.ExitCode, Is.Zero, first.Errors);
            Assert.That(second.Errors, Is.EqualTo("study: 3 shards of 5 drawn before.\n"));
            AssertSame(here, "whole", "first");
            AssertSame(here, "whole", "second");
        }
    }

    [Test]
    [Platform("Linux")]
    public void A_worker_that_is_killed_costs_nothing_but_time()
    {
        using var here = With("draws");
        here.Call("run", "features/draws", "--draws", ManyDraws, "--out", "whole");
        var killed = 0;

        var swept = ProgramCall.In(
            here.Folder,
            process =>
            {
                for (var times = 0; times < 2; times++)
                {
                    WaitFor(() => process.HasExited || ShardsIn(here) > 2 * times);
                    killed += ChildrenOf(process).Take(1).Count(child => Kill("-KILL", child));
                }
            },
            "sweep", "features/draws", "--draws", ManyDraws, "--shards", "20", "--workers", "2", "--study", "study", "--out", "swept");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(killed, Is.EqualTo(2));
            Assert.That(swept.ExitCode, Is.Zero, swept.Errors);
            AssertSame(here, "whole", "swept");
            Assert.That(Directory.GetFiles(here.At("study/shards")), Has.Length.EqualTo(20));
        }
    }

    [Test]
    public void Several_scenarios_are_swept_each_by_itself_and_told_in_one_table()
    {
        using var here = With("draws", "real-terms");
        here.Call("run", "features/draws", "--draws", Draws, "--out", "whole/draws");
        here.Call("run", "features/real-terms", "--draws", Draws, "--out", "whole/real-terms");

        string[] words = ["sweep", "features/draws", "nowhere", "features/real-terms", "--draws", Draws, "--workers", "2"];
        var swept = here.Call([.. words, "--out", "swept", "--study", "cut"]);
        var json = here.Call([.. words, "--out", "swept", "--study", "cut", "--json"]);
        var twice = here.Call("sweep", "features/draws", "./features/draws/scenario.yaml", "--draws", Draws);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(swept.ExitCode, Is.EqualTo(5));
            Assert.That(swept.Errors, Does.Contain("nowhere: there is no such file or folder."));
            Assert.That(swept.Output, Does.Contain("\ndraws, 2 years\n").And.Contain("\nreal-terms, "));
            Assert.That(swept.Output, Does.Contain("Money is nominal, as it is paid."), "one leads with real money, the other has none");
            AssertSame(here, "whole/draws", "swept/draws");
            AssertSame(here, "whole/real-terms", "swept/real-terms");
            Assert.That(JsonDocument.Parse(json.Output).RootElement.GetRawText(), Does.Contain("real-terms"));
            Assert.That(twice.ExitCode, Is.EqualTo(2));
            Assert.That(twice.Errors, Does.StartWith("systemsim: two scenarios are called 'draws'"));
        }
    }

    [TestCase("plan", 12, "plan draws --draws 12000 --out disk/study", "disk/study: the study cannot be written.")]
    [TestCase("draw", 100, "draw study --shard 2/3", "study/shards/2-of-3.draws: the shard cannot be written.")]
    [TestCase("merge", 200, "merge study --out disk/merged", "disk/merged: the folder cannot be written, and is left as it was.")]
    public void A_disk_that_is_full_is_said_and_nothing_half_written_is_left(string what, int kilobytes, string words, string sentence)
    {
        using var here = With("draws");
        if (ProgramCall.Script(here.Folder, [], "-c", "unshare -rm mount -t tmpfs tmpfs . 2> /dev/null").ExitCode != 0)
        {
            Assert.Ignore("This system lets nobody make a small disk.");
        }

        Directory.Move(here.At("features/draws"), here.At("draws"));
        here.Call("plan", "draws", "--draws", Draws, "--shards", "3", "--out", "study");
        var disk = what == "draw" ? "study/shards" : "disk";
        if (what == "merge")
        {
            here.Call("draw", "study");
        }

        // The disk is there for the script alone: what it holds is looked at from within.
        var full = ProgramCall.Script(
            here.Folder,
            [],
            "-c",
            $"""
            exec unshare -rm sh -c '
                mkdir -p {disk} && mount -t tmpfs -o size={kilobytes}k tmpfs {disk} || exit 99
                [ {what} = draw ] && {ProgramCall.InShell} draw study --shard 1/3 --quiet
                {ProgramCall.InShell} {words} --quiet
                ended=$?
                echo "ended with $ended, and there is: $(ls -A {disk})"'
            """
        );
        var rest = what == "draw" ? here.Call("draw", "study") : null;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(full.ExitCode, Is.Zero, full.Errors);
            Assert.That(
                full.Lines[^1],
                Is.EqualTo($"ended with 5, and there is: {(what == "draw" ? "1-of-3.draws" : "")}"),
                full.Errors
            );
            Assert.That(full.Errors, Does.StartWith(sentence).And.Contain("No space left on device"));
            Assert.That(rest?.ExitCode ?? 0, Is.Zero);
        }
    }

    [Test]
    [Platform("Linux")]
    public void A_sweep_that_is_interrupted_ends_its_workers_and_goes_on_later()
    {
        using var here = With("draws");
        string[] words = ["sweep", "features/draws", "--draws", ManyDraws, "--shards", "20", "--workers", "2", "--study", "study", "--out", "swept"];
        int[] workers = [];

        var interrupted = ProgramCall.In(
            here.Folder,
            process =>
            {
                WaitFor(() => process.HasExited || ShardsIn(here) > 1);
                workers = ChildrenOf(process);
                Kill("-TERM", process.Id);
            },
            words
        );
        var left = ShardsIn(here);
        var again = here.Call(words);
        here.Call("run", "features/draws", "--draws", ManyDraws, "--out", "whole");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(interrupted.ExitCode, Is.EqualTo(130), interrupted.Errors);
            Assert.That(workers, Is.Not.Empty);
            Assert.That(workers.Where(worker => Directory.Exists($"/proc/{worker}")), Is.Empty);
            Assert.That(again.Errors, Is.EqualTo($"study: {left} {(left == 1 ? "shard" : "shards")} of 20 drawn before.\n"));
            AssertSame(here, "whole", "swept");
        }
    }

    [TestCase("no such study", new[] { "draw", "nosuch" }, 5, "nosuch: there is no such folder.")]
    [TestCase("no study", new[] { "merge", "features" }, 5, "features: the folder holds no study.json.")]
    [TestCase("no shard", new[] { "draw", "study", "--shard", "5/4" }, 2, "systemsim: '5/4' is no shard.")]
    [TestCase("too fine", new[] { "draw", "study", "--shard", "1/4000" }, 2, "systemsim: 1/4000 is no shard of study, whose draws cannot be cut so fine.")]
    [TestCase("two ways", new[] { "draw", "study", "--shard", "1/4", "--index-from", "X" }, 2, "systemsim: --shard and --index-from both say which shards to draw.")]
    [TestCase("no variable", new[] { "draw", "study", "--index-from", "NO_SUCH_ONE" }, 2, "systemsim: --index-from NO_SUCH_ONE: there is no such variable in the environment.")]
    [TestCase("no number", new[] { "draw", "study", "--index-from", "PATH" }, 2, "systemsim: --index-from PATH: '")]
    [TestCase("first alone", new[] { "draw", "study", "--first", "1" }, 2, "systemsim: --first says from where --index-from counts, which is not there.")]
    [TestCase("there already", new[] { "plan", "features/draws", "--draws", "5000", "--out", "study" }, 5, "study: the folder holds something already. Name a new one.")]
    [TestCase("too few", new[] { "plan", "features/draws", "--draws", "100", "--out", "few" }, 2, "features/draws: 100 draws are too few to be cut into shards")]
    [TestCase("file gone", new[] { "merge", "study", "nosuch.draws" }, 5, "")]
    public void What_cannot_be_done_is_said(string what, string[] words, int code, string sentence)
    {
        using var here = With("draws");
        here.Call("plan", "features/draws", "--draws", "5000", "--shards", "4", "--out", "study");

        var call = here.Call(words);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(code), what);
            Assert.That(call.Errors, Does.StartWith(sentence), what);
            Assert.That(call.Output, Is.Empty, what);
            Assert.That(Directory.Exists(here.At("few")), Is.False);
        }
    }

    [Test]
    [Platform("Linux")]
    public void Slurm_draws_and_merges_and_a_task_that_is_killed_is_named_and_drawn_again()
    {
        using var cluster = new SlurmCluster();
        using var here = With("draws");
        here.Call("run", "features/draws", "--draws", Draws, "--out", "whole");
        string[] words = ["sweep", "features/draws", "--draws", Draws, "--shards", "4", "--study", "study", "--out", "swept", "--slurm"];

        var handedIn = ProgramCall.In(here.Folder, _ => { }, cluster.Variables, [.. words, "--no-wait", "--sbatch", "--hold --time=10"]);
        var job = handedIn.Errors.Split("jobs ")[1].Split(' ')[0];
        cluster.Call("scancel", $"{job}_3");
        cluster.Call("scontrol", "release", job);
        cluster.Call("scontrol", "release", $"{int.Parse(job, CultureInfo.InvariantCulture) + 1}");
        cluster.WaitFor(() => File.Exists(here.At("study/slurm/merge.code")));
        var missing = File.ReadAllText(here.At("study/slurm/merge.err"));
        var swept = ProgramCall.In(here.Folder, _ => { }, cluster.Variables, words);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(handedIn.ExitCode, Is.Zero, handedIn.Errors);
            Assert.That(
                missing,
                Is.EqualTo($"{here.At("study")}: 1 shard is missing: 3/4.\n  hint: draw it: systemsim draw {here.At("study")} --shard 3/4\n")
            );
            Assert.That(File.ReadAllText(here.At("study/slurm/merge.code")), Is.EqualTo("0\n"));
            Assert.That(swept.Errors, Does.StartWith("study: 3 shards of 4 drawn before.\n").And.Contains("1 shard to draw."));
            Assert.That(swept.ExitCode, Is.Zero, swept.Errors);
            Assert.That(swept.Lines, Does.Contain($"Results: {here.At("swept")}"));
            AssertSame(here, "whole", "swept");
        }
    }

    [Test]
    [Platform(Exclude = "Win")]
    public void Kubernetes_is_given_an_indexed_job_and_then_one_that_merges()
    {
        using var here = With("draws");
        here.Call("run", "features/draws", "--draws", Draws, "--out", "whole");
        here.With("bin/kubectl", KubectlOfThisMachine(here));
        MakeExecutable(here.At("bin/kubectl"));
        var path = new Dictionary<string, string> { ["PATH"] = $"{here.At("bin")}:{Environment.GetEnvironmentVariable("PATH")}" };

        var swept = ProgramCall.In(
            here.Folder,
            _ => { },
            path,
            ["sweep", "features/draws", "--draws", Draws, "--shards", "3", "--study", "study", "--kubernetes", "--image", "registry/systemsim:1", "--claim", "shared"]
        );
        using var draw = JsonDocument.Parse(File.ReadAllText(here.At("study/kubernetes/draw.json")));
        var (spec, pod) = (draw.RootElement.GetProperty("spec"), draw.RootElement.GetProperty("spec").GetProperty("template").GetProperty("spec"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(swept.ExitCode, Is.Zero, swept.Errors);
            Assert.That(swept.Lines[0], Is.EqualTo("Uncertain numbers, drawn"));
            AssertSame(here, "whole", "study/results");
            Assert.That(draw.RootElement.GetProperty("apiVersion").GetString(), Is.EqualTo("batch/v1"));
            Assert.That(
                spec.EnumerateObject().Select(property => property.Name),
                Is.EqualTo(["completionMode", "completions", "parallelism", "backoffLimitPerIndex", "maxFailedIndexes", "template"])
            );
            Assert.That(spec.GetProperty("completionMode").GetString(), Is.EqualTo("Indexed"));
            Assert.That(spec.GetProperty("completions").GetInt32(), Is.EqualTo(3));

            // A limit for each index is taken only where no pod is started again in its place.
            Assert.That(pod.GetProperty("restartPolicy").GetString(), Is.EqualTo("Never"));
            Assert.That(draw.RootElement.GetProperty("metadata").GetProperty("name").GetString(), Does.Match("^[a-z0-9]([-a-z0-9]*[a-z0-9])?$"));
        }
    }

    [Test]
    public void The_commands_of_the_readme_run_as_printed()
    {
        using var here = new Workplace();
        here.Call("init", "my-place");
        here.Call("run", "my-place", "--draws", "20000", "--out", "whole");
        var section = File.ReadAllText(Path.Combine(Repository.Scenarios, "..", "README.md")).Split("## More than one machine")[1];
        string[][] commands =
        [
            .. section.Split("```sh\n")[1].Split("```")[0].Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)),
        ];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(commands, Has.Length.EqualTo(5));
            foreach (var words in commands)
            {
                var call = here.Call(words[1..]);
                Assert.That(words[0], Is.EqualTo("systemsim"));
                Assert.That(call.ExitCode, Is.Zero, $"{string.Join(' ', words)}: {call.Errors}");
                if (words[1] is "sweep" or "merge")
                {
                    AssertSame(here, "whole", "results/my-place");
                    Directory.Delete(here.At("results"), recursive: true);
                }
            }
        }
    }

    [TestCase("both", new[] { "--slurm", "--kubernetes" }, "systemsim: --slurm and --kubernetes both say who draws.")]
    [TestCase("alone", new[] { "--image", "x" }, "systemsim: --image belongs to --kubernetes, which is not there.")]
    [TestCase("no cluster", new[] { "--no-wait" }, "systemsim: --no-wait belongs to --slurm or --kubernetes, which is not there.")]
    [TestCase("two questions", new[] { "--sobol", "--information" }, "systemsim: --sobol and --information are two questions.")]
    [TestCase("no question", new[] { "--measure", "left" }, "systemsim: --measure is about what an answer rests on, and that is not asked.")]
    [TestCase("files of a run", new[] { "--sobol", "--steps" }, "systemsim: --steps and --only say which files 'run' leaves, and something else is asked.")]
    [TestCase("no image", new[] { "--kubernetes" }, "systemsim: --kubernetes needs an image and a volume.")]
    public void What_does_not_go_together_is_said_before_anything_is_done(string what, string[] words, string sentence)
    {
        using var here = With("draws");

        var call = here.Call(["sweep", "features/draws", "--draws", Draws, "--study", "study", .. words]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(call.ExitCode, Is.EqualTo(2), what);
            Assert.That(call.Errors, Does.StartWith(sentence), what);
            Assert.That(Directory.Exists(here.At("study")), Is.False, what);
        }
    }

    /// <summary>A <c>kubectl</c> that runs the pods of a job here, one after the other, and has the folder for the volume.</summary>
    private static string KubectlOfThisMachine(Workplace here) => $$"""
        #!/bin/sh
        words() { sed -n '/"args"/,/]/p' "$1" | sed -n 's/^ *"\([^"]*\)",\{0,1\}$/\1/p' | sed 's|^/volume|{{here.Folder}}|'; }
        case $1 in
            apply)
                pods=$(sed -n 's/.*"completions": \([0-9]*\).*/\1/p' "$3")
                pod=0
                while [ $pod -lt "${pods:-1}" ]; do
                    words "$3" | JOB_COMPLETION_INDEX=$pod xargs {{ProgramCall.InShell}} > {{here.At("log")}} || exit 1
                    pod=$((pod + 1))
                done ;;
            get) echo '{"status": {"succeeded": 1, "conditions": [{"type": "Complete", "status": "True"}] } }' ;;
            logs) cat {{here.At("log")}} ;;
        esac

        """;

    private static Workplace With(params string[] features)
    {
        var here = new Workplace();
        foreach (var feature in features)
        {
            here.WithCopyOf(Path.Combine(Repository.Scenarios, "features"), "features", feature);
        }

        return here;
    }

    private static void AssertSame(Workplace here, string one, string other)
    {
        foreach (var name in here.Files().Where(name => name.StartsWith($"{one}/", StringComparison.Ordinal) && !name.EndsWith("timings.json", StringComparison.Ordinal)))
        {
            var same = here.At(other + name[one.Length..]);
            Assert.That(File.Exists(same) && File.ReadAllBytes(same).AsSpan().SequenceEqual(File.ReadAllBytes(here.At(name))), Is.True, $"{name} in {other}");
        }

        Assert.That(Count(other), Is.EqualTo(Count(one)));

        int Count(string folder) => here.Files().Count(name => name.StartsWith($"{folder}/", StringComparison.Ordinal));
    }

    private static int ShardsIn(Workplace here) =>
        Directory.Exists(here.At("study/shards")) ? Directory.GetFiles(here.At("study/shards"), "*.draws").Count(file => !Path.GetFileName(file).StartsWith('.')) : 0;

    private static void WaitFor(Func<bool> reached)
    {
        while (!reached())
        {
            Thread.Sleep(20);
        }
    }

    private static int[] ChildrenOf(Process process) =>
    [
        .. Directory
            .GetDirectories($"/proc/{process.Id}/task")
            .SelectMany(thread => File.ReadAllText($"{thread}/children").Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture)),
    ];

    private static bool Kill(string signal, int process) => IsDone("kill", signal, process.ToString(CultureInfo.InvariantCulture));

    private static void MakeExecutable(string file) => Assert.That(IsDone("chmod", "+x", file), Is.True);

    private static bool IsDone(string program, params string[] words)
    {
        using var process = Process.Start(program, words);
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
