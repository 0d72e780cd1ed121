using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SystemSim.Campaign;

/// <summary>Runs that write over earlier results and die on the way: what stands there afterwards is the old folder or the new one,
/// whole.</summary>
/// <param name="Program">The program.</param>
/// <param name="Scenario">The scenario that it runs.</param>
internal sealed partial record KillRun(string Program, string Scenario)
{
    /// <summary>What <c>strace</c> lets the program die in, or fail in: all that changes a folder, and what sees it onto the
    /// disk.</summary>
    private static readonly string[] Calls = ["mkdir", "rename", "renameat2", "fsync", "unlink", "rmdir", "ftruncate", "flock", "openat"];

    private static readonly (string Call, string Error)[] Failures =
    [
        ("fsync", "EIO"),
        ("rename", "EIO"),
        ("mkdir", "ENOSPC"),
        ("pwrite64", "ENOSPC"),
        ("pwrite64", "EIO"),
    ];

    private const string All = "all";
    private const string NoExchange = "--inject=renameat2:error=EINVAL";
    private readonly string work = Directory.CreateTempSubdirectory("systemsim-kills-").FullName;
    private readonly List<string> found = [];
    private string[] prints = [];

    private ResultsWatch Watch => new(Path.Combine(work, "out"));

    /// <summary>Kills at random moments.</summary>
    /// <returns>0 where nothing was found.</returns>
    public static int AtRandom(KillRun run, int seed, int count) => run.Prepared(() => run.AtRandom(seed, count));

    /// <summary>Kills at every system call of a kind, or failures of one.</summary>
    /// <param name="run">What runs.</param>
    /// <param name="kind">A call; <c>exchange</c> for <c>rename</c> where folders cannot change places; <c>fails</c> for calls that fail;
    /// <c>all</c>.</param>
    /// <returns>0 where nothing was found.</returns>
    public static int AtCalls(KillRun run, string kind) => run.Prepared(() => run.AtCalls(kind));

    private int Prepared(Action part)
    {
        prints = [.. Enumerable.Range(0, 2).Select(Whole)];
        if (prints[0] == prints[1])
        {
            throw new InvalidOperationException("both runs give the same results: nothing could be told apart.");
        }

        part();
        End("in the end");
        Directory.Delete(work, recursive: true);
        found.ForEach(Console.Out.WriteLine);
        return found.Count == 0 ? 0 : 1;
    }

    private string Whole(int which)
    {
        var (code, errors) = Call([], which);
        return code == 0 && Watch.Print(out _) is { } print
            ? print
            : throw new InvalidOperationException($"the run itself ends with {code}: {errors}");
    }

    private void AtRandom(int seed, int count)
    {
        // Folders are written in the last part of a run: most of the kills fall there. How long a run takes is learnt from those that end
        // by themselves.
        var whole = TimeSpan.FromSeconds(1);
        var random = new Random(seed);
        var (killed, replaced, left) = (0, 0, 0);
        for (var kill = 0; kill < count; kill++)
        {
            var before = Watch.Print(out _);
            var began = Stopwatch.GetTimestamp();
            using var process = Start([], kill % 2);
            if (process.WaitForExit(whole * (0.4 + (0.8 * random.NextDouble()))))
            {
                whole = Stopwatch.GetElapsedTime(began);
            }
            else
            {
                process.Kill();
                process.WaitForExit();
                killed++;
                whole *= 1.02;
                replaced += Watch.Print(out _) == before ? 0 : 1;
                left += Watch.Left;
            }

            Seen($"kill {kill}");
        }

        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| at random moments, seed {seed} | {count} runs | {killed} killed: {replaced} after the folders had changed places, {left} with something left beside | {found.Count} |"
            )
        );
    }

    private void AtCalls(string kind)
    {
        foreach (var call in Calls.Where(call => kind == All || kind == call))
        {
            Die(call, [], $"killed at each `{call}`");
        }

        if (kind is All or "exchange")
        {
            Die("rename", [NoExchange], "killed at each `rename`, where folders cannot change places in one step");
        }

        foreach (var (call, error) in Failures.Where(_ => kind is All or "fails"))
        {
            Fails(call, error);
        }
    }

    private void Die(string call, string[] with, string told)
    {
        var before = found.Count;
        var (ran, killed) = (0, 0);
        foreach (var when in Times(call, with))
        {
            killed += Died([.. with, Inject(call, "signal=KILL", when)], ran++ % 2, $"{told}, {when}") ? 1 : 0;
        }

        Console.Out.WriteLine($"| {told} | {ran} runs | {killed} killed | {found.Count - before} |");
    }

    /// <summary>Lets a call fail: the run must say so, and the old results must stand.</summary>
    private void Fails(string call, string error)
    {
        var before = found.Count;
        var (ran, told) = (0, 0);
        foreach (var when in Times(call, []))
        {
            Whole(0);
            var (code, errors) = Call([Inject(call, $"error={error}", when)], 1);
            ran++;
            var print = Seen($"{call} {when} fails");
            if (code != 0)
            {
                told++;
                if (print != prints[0] || errors.Contains("please report", StringComparison.Ordinal) || errors.Trim().Length == 0)
                {
                    found.Add($"{call} {when} fails with {error}: exit {code}, {(print == prints[0] ? "old" : "new")} results: {errors}");
                }
            }
            else if (print != prints[1])
            {
                found.Add($"{call} {when} fails with {error}: exit 0, and not the new results");
            }
        }

        Console.Out.WriteLine(
            $"| `{call}` fails with {error} | {ran} runs | {told} told it, the others did without | {found.Count - before} |"
        );
    }

    /// <summary>Whether a run died; what it left is looked at, and a run after it.</summary>
    private bool Died(string[] trace, int which, string where)
    {
        var died = Call(trace, which).Code != 0;
        // Where folders cannot change places in one step, nothing stands there between the two: the next run puts it right.
        if (!trace.Contains(NoExchange) || Directory.Exists(Watch.Folder))
        {
            Seen(where);
        }

        if (died)
        {
            End($"after {where}");
        }

        return died;
    }

    /// <summary>A run that nothing stops puts everything right.</summary>
    private void End(string where)
    {
        if (Call([], 0).Code != 0 || Seen(where) != prints[0] || Watch.Left > 0)
        {
            found.Add($"{where}: the next run does not put it right; {Watch.Left} left beside");
        }
    }

    private string? Seen(string where)
    {
        if (Watch.Print(out var why) is not { } print)
        {
            found.Add($"{where}: the results are not whole: {why}");
            return null;
        }

        if (!prints.Contains(print))
        {
            found.Add($"{where}: the results are neither the old ones nor the new ones");
        }

        if (Watch.Left > 1)
        {
            found.Add($"{where}: {Watch.Left} dead runs have left something beside");
        }

        return print;
    }

    /// <summary>Which calls of a kind touch the results, counted in the thread that makes them, as <c>strace</c> counts.</summary>
    private int[] Times(string call, string[] with)
    {
        var log = Path.Combine(work, "trace.txt");
        Call([.. with, $"--trace={call}{(with.Length > 0 ? ",renameat2" : "")}", "-o", log], 1);
        var seen = new Dictionary<string, int>();
        var times = new SortedSet<int>();
        foreach (var line in File.ReadLines(log).Where(line => line.Contains($" {call}(", StringComparison.Ordinal)))
        {
            var thread = line.Split(' ')[0];
            seen[thread] = seen.GetValueOrDefault(thread) + 1;
            if (call is "fsync" or "ftruncate" or "flock" or "pwrite64" || OfResults().IsMatch(line))
            {
                times.Add(seen[thread]);
            }
        }

        File.Delete(log);
        return [.. times];
    }

    private static string Inject(string call, string what, int when) =>
        string.Create(CultureInfo.InvariantCulture, $"--inject={call}:{what}:when={when}");

    private (int Code, string Errors) Call(string[] trace, int which)
    {
        using var process = Start(trace, which);
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    /// <summary>Starts a run that writes over what stands there; the second kind keeps every step, so that its results are
    /// others.</summary>
    private Process Start(string[] trace, int which)
    {
        string[] run = ["run", Scenario, "--out", Watch.Folder, "--quiet", .. which == 0 ? Array.Empty<string>() : ["--steps"]];
        string[] traced =
            trace.Length == 0
                ? []
                : ["-f", "--seccomp-bpf", "-qq", .. trace.Contains("-o") ? [] : new[] { "-o", "/dev/null" }, .. trace, Program];
        var start = new ProcessStartInfo(trace.Length == 0 ? Program : "strace", [.. traced, .. run])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = work,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    [GeneratedRegex("[./]out(?:[./\"]|$)")]
    private static partial Regex OfResults();
}
