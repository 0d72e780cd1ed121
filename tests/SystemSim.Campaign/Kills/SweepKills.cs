using System.Diagnostics;
using System.Globalization;

namespace SystemSim.Campaign;

/// <summary>Studies drawn by several processes, of which planner, merger or a worker is killed at a random moment: nothing is wrong, lost
/// or double, and the same command goes on from there to the bytes of one process.</summary>
/// <param name="Program">The program.</param>
/// <param name="Scenario">The scenario that is drawn.</param>
internal sealed record SweepKills(string Program, string Scenario)
{
    // Shards that take about as long as all the rest, so that kills fall into planning, drawing and merging alike.
    private const string Draws = "12000";
    private const string Shards = "5";
    private const int KillsOfPace = 20;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);
    private readonly string work = Directory.CreateTempSubdirectory("systemsim-sweeps-").FullName;
    private readonly List<string> found = [];

    private ResultsWatch Watch => new(Path.Combine(work, "out"));

    private string StudyPath => Path.Combine(work, "study");

    /// <summary>Kills so many.</summary>
    /// <returns>0 where nothing was found.</returns>
    public static int Run(SweepKills run, int seed, int count) => run.Run(seed, count);

    private int Run(int seed, int count)
    {
        var wanted = Wanted();
        var whole = Clean(wanted, "nothing killed");
        var random = new Random(seed);
        var (masters, workers, finished) = (0, 0, 0);
        while (masters + workers < count)
        {
            if ((masters + workers) % KillsOfPace == 0)
            {
                // What was begun comes to its end; and how long a study takes follows what else the machine does.
                whole = Clean(wanted, "nothing killed");
            }

            using var sweep = Start("sweep", "--shards", Shards, "--workers", "2", "--study", StudyPath);
            var (ofWorker, moment) = (random.Next(2) == 0, random.NextDouble());
            var victims = ofWorker ? Workers(sweep) : [];
            if (!sweep.WaitForExit(whole * (ofWorker ? moment / 2.0 : moment)))
            {
                if (victims.Length == 0)
                {
                    sweep.Kill();
                    masters++;
                }
                else if (Killed(victims[random.Next(victims.Length)]))
                {
                    workers++;
                }
            }

            sweep.WaitForExit();
            var print = Watch.Print(out var why);
            if (print is not null && print != wanted)
            {
                found.Add($"kill {masters + workers}: other bytes than one process leaves");
            }
            else if (print is null && Directory.Exists(Watch.Folder))
            {
                found.Add($"kill {masters + workers}: the results are not whole: {why}");
            }
            else if (sweep.ExitCode == 0 && print is null)
            {
                found.Add($"kill {masters + workers}: it ends with 0, and nothing is there");
            }

            // What was begun is gone on with, until it is done.
            if (print is not null)
            {
                finished++;
                Clean(wanted, $"kill {masters + workers}");
            }
        }

        Clean(wanted, "in the end");
        Directory.Delete(work, recursive: true);
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| studies of {Draws} draws in {Shards} shards by two workers, seed {seed} | {masters + workers} killed "
                    + $"| {masters} that planned or merged, {workers} workers; {finished} studies were done by those that lived "
                    + $"| {found.Count} |"
            )
        );
        found.ForEach(Console.Out.WriteLine);
        return found.Count == 0 ? 0 : 1;
    }

    /// <summary>What one process leaves.</summary>
    private string Wanted()
    {
        using var run = Start("run");
        run.WaitForExit();
        var print = Watch.Print(out var why) ?? throw new InvalidOperationException($"the run itself ends with {run.ExitCode}: {why}");
        Directory.Delete(Watch.Folder, recursive: true);
        return print;
    }

    /// <summary>Ends what was begun without a kill, looks at it, and starts from nothing: how long one takes that nobody kills.</summary>
    private TimeSpan Clean(string wanted, string where)
    {
        var took = TimeSpan.Zero;
        for (var from = 0; from < 2; from++)
        {
            var began = Stopwatch.GetTimestamp();
            using var sweep = Start("sweep", "--shards", Shards, "--workers", "2", "--study", StudyPath);
            sweep.WaitForExit();
            took = Stopwatch.GetElapsedTime(began);
            if (sweep.ExitCode != 0 || Watch.Print(out _) != wanted || Watch.Left > 0)
            {
                found.Add($"{where}: the next sweep does not end it: exit {sweep.ExitCode}, {Watch.Left} left beside");
            }

            if (Directory.Exists(StudyPath))
            {
                Directory.Delete(StudyPath, recursive: true);
            }

            Directory.Delete(Watch.Folder, recursive: true);
            if (where != "nothing killed")
            {
                break;
            }
        }

        return took;
    }

    /// <summary>The workers of a sweep, once there are some; none where it ends before.</summary>
    private static int[] Workers(Process sweep)
    {
        while (!sweep.WaitForExit(BetweenLooks))
        {
            if (Children(sweep.Id) is { Length: > 0 } found)
            {
                return found;
            }
        }

        return [];
    }

    private static int[] Children(int process)
    {
        try
        {
            return
            [
                .. Directory.GetDirectories($"/proc/{process}/task")
                    .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' '))
                    .Where(child => child.Length > 0)
                    .Select(child => int.Parse(child, CultureInfo.InvariantCulture)),
            ];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static bool Killed(int process)
    {
        try
        {
            using var victim = Process.GetProcessById(process);
            victim.Kill();
            return true;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private Process Start(string verb, params string[] arguments)
    {
        string[] all = [verb, Scenario, "--draws", Draws, "--only", "tidy", "--out", Watch.Folder, "--quiet", .. arguments];
        var process = Process.Start(
            new ProcessStartInfo(Program, all)
            {
                RedirectStandardError = true,
                RedirectStandardOutput = true,
                WorkingDirectory = work,
            })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
