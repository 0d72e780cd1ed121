using System.Globalization;
using System.Text;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Has the shards of a study drawn by a Slurm cluster whose machines share its folder: an array of tasks, one a shard, and a job
/// that merges them once all have ended, however they have.</summary>
/// <param name="folder">The study.</param>
/// <param name="words">Words for <c>sbatch</c>, such as <c>--partition=long</c>.</param>
internal sealed class SlurmJobs(StudyFolder folder, IReadOnlyList<string> words)
{
    private const string Scripts = "slurm";
    private const string Answers = "merge.out";
    private const string Rest = "merge.err";
    private const string Code = "merge.code";
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private string Path => System.IO.Path.Combine(folder.FullPath, Scripts);

    /// <summary>Hands in the jobs.</summary>
    /// <param name="missing">Shards to draw.</param>
    /// <param name="merge">Words of the command that merges.</param>
    /// <param name="stop">Interrupts it.</param>
    /// <returns>Numbers of the jobs.</returns>
    /// <exception cref="UserError">Slurm does not take them.</exception>
    public async Task<IReadOnlyList<string>> Submit(IReadOnlyList<Shard> missing, IEnumerable<string> merge, CancellationToken stop)
    {
        Directory.CreateDirectory(Path);
        foreach (var old in (string[])[Answers, Rest, Code])
        {
            File.Delete(At(old));
        }

        var jobs = new List<string>();
        if (missing.Count > 0)
        {
            var draw = Command(["draw", folder.FullPath, "--index-from", "SLURM_ARRAY_TASK_ID", "--first", "1", "--quiet"]);
            var task = Script("draw.sh", $"exec {draw} --shards {missing[0].Of} --threads \"${{SLURM_CPUS_PER_TASK:-1}}\"");
            jobs.Add(await Submit([$"--array={Numbers(missing)}", $"--output={At("draw-%a.log")}", task], stop));
        }

        // The code comes last and in one step: who finds it finds the rest.
        var script = Script(
            "merge.sh",
            $"""
            {Command(merge)} --threads "${"{SLURM_CPUS_PER_TASK:-1}"}" > {ShellWord.Quoted(At(Answers))} 2> {ShellWord.Quoted(At(Rest))}
            echo $? > {ShellWord.Quoted(At(Code + ".new"))}
            mv {ShellWord.Quoted(At(Code + ".new"))} {ShellWord.Quoted(At(Code))}
            """
        );

        // After any end, not only after good ones: a merge that waits for good tasks waits for ever once one has died.
        string[] after = jobs.Count > 0 ? [$"--dependency=afterany:{jobs[0]}"] : [];
        jobs.Add(await Submit([.. after, $"--output={At("merge.log")}", script], stop));
        return jobs;
    }

    /// <summary>Waits until the jobs have ended.</summary>
    /// <param name="jobs">Their numbers.</param>
    /// <param name="looked">Is called whenever it has been looked.</param>
    /// <param name="stop">Stops the waiting; the jobs go on.</param>
    /// <returns>How the merge ended, and what it said.</returns>
    /// <exception cref="UserError">The merge has ended without a word.</exception>
    public async Task<(ExitCode Code, string Answers, string Errors)> Follow(
        IReadOnlyList<string> jobs,
        Action looked,
        CancellationToken stop
    )
    {
        while (!File.Exists(At(Code)))
        {
            looked();
            var isWaiting = await IsWaiting(jobs[^1], stop);
            if (!isWaiting && !File.Exists(At(Code)))
            {
                throw new UserError(
                    ExitCode.Fault,
                    $"{folder.Name}: the job that merges, {jobs[^1]}, has ended without a word.",
                    $"see {At("merge.log")}; what was drawn is kept: the same command goes on from there."
                );
            }

            await Task.Delay(BetweenLooks, stop);
        }

        var code = int.Parse(await File.ReadAllTextAsync(At(Code), stop), CultureInfo.InvariantCulture);
        return ((ExitCode)code, await File.ReadAllTextAsync(At(Answers), stop), await File.ReadAllTextAsync(At(Rest), stop));
    }

    /// <summary>Numbers of shards as Slurm takes them: <c>1,3-7</c>.</summary>
    internal static string Numbers(IEnumerable<Shard> shards)
    {
        var ranges = new List<(int First, int Last)>();
        foreach (var number in shards.Select(shard => shard.Number))
        {
            if (ranges is [.., var (first, last)] && number == last + 1)
            {
                ranges[^1] = (first, number);
            }
            else
            {
                ranges.Add((number, number));
            }
        }

        return string.Join(
            ',',
            ranges.Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.First}{(range.Last > range.First ? $"-{range.Last}" : "")}"))
        );
    }

    private string At(string name) => System.IO.Path.Combine(Path, name);

    private string Script(string name, string body)
    {
        var path = At(name);
        WholeFile.Write(path, Encoding.UTF8.GetBytes($"#!/bin/sh\n{body.ReplaceLineEndings("\n")}\n"));
        return path;
    }

    private async Task<string> Submit(IEnumerable<string> with, CancellationToken stop)
    {
        var said = await ClusterCommand.Call("sbatch", ["--parsable", $"--job-name=systemsim-{folder.Study.Name}", "--ntasks=1", .. words, .. with], stop);

        // A cluster's name may follow the number.
        return said.Trim().Split(';')[0];
    }

    /// <summary>Whether a job waits, runs or is ending.</summary>
    private static async Task<bool> IsWaiting(string job, CancellationToken stop)
    {
        try
        {
            return (await ClusterCommand.Call("squeue", ["--noheader", "--format=%T", $"--jobs={job}"], stop)).Trim().Length > 0;
        }
        catch (UserError gone) when (gone.Message.Contains("Invalid job id", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static string Command(IEnumerable<string> words) => string.Join(' ', OwnProgram.Words.Concat(words).Select(ShellWord.Quoted));
}
