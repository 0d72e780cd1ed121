using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>Draws the shards of a study in processes of this machine. Each reads and plans the scenario once, and is given one shard after
/// the other; the shards of one that dies are given to others.</summary>
/// <param name="folder">The study.</param>
/// <param name="count">How many processes.</param>
/// <param name="told">Told how many shards are done.</param>
internal sealed class LocalWorkers(StudyFolder folder, int count, Action<int> told)
{
    // A shard that kills whoever draws it will go on doing so.
    private const int MostTries = 3;

    // Above these a system tells which signal ended a process.
    private const int LastOwnCode = 127;

    private readonly ConcurrentQueue<Shard> waiting = new();
    private readonly ConcurrentDictionary<Shard, int> tries = new();
    private int done;

    /// <summary>Draws shards.</summary>
    /// <param name="shards">Those that are missing.</param>
    /// <param name="stop">Ends all processes.</param>
    /// <exception cref="UserError">A process has said why it cannot go on, or one shard has ended several.</exception>
    public async Task Draw(IReadOnlyList<Shard> shards, CancellationToken stop)
    {
        foreach (var shard in shards)
        {
            waiting.Enqueue(shard);
        }

        using var all = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task[] workers = [.. Enumerable.Range(0, Math.Min(count, shards.Count)).Select(_ => Guarded(all))];
        await Task.WhenAll(workers);
    }

    /// <summary>One process after another, until no shard waits; where one cannot go on, none does.</summary>
    private async Task Guarded(CancellationTokenSource all)
    {
        try
        {
            while (!waiting.IsEmpty)
            {
                await Work(all.Token);
            }
        }
        catch
        {
            await all.CancelAsync();
            throw;
        }
    }

    /// <summary>One process, until no shard waits or it dies.</summary>
    private async Task Work(CancellationToken stop)
    {
        using var process = Started();
        try
        {
            var says = process.StandardError.ReadToEndAsync(stop);
            while (waiting.TryDequeue(out var shard))
            {
                if (!await IsDrawn(process, shard, stop))
                {
                    await Died(process, shard, says, stop);
                    return;
                }

                told(Interlocked.Increment(ref done));
            }

            process.StandardInput.Close();
            await process.WaitForExitAsync(stop);
        }
        finally
        {
            End(process);
        }
    }

    /// <summary>Gives a process a shard, and waits until it has put it into its place.</summary>
    private static async Task<bool> IsDrawn(Process process, Shard shard, CancellationToken stop)
    {
        try
        {
            await process.StandardInput.WriteLineAsync(shard.ToString().AsMemory(), stop);
            await process.StandardInput.FlushAsync(stop);
            return await process.StandardOutput.ReadLineAsync(stop) is not null;
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>Gives the shard of a process that has ended to another, unless there is a reason that another would find too.</summary>
    private async Task Died(Process process, Shard shard, Task<string> says, CancellationToken stop)
    {
        await process.WaitForExitAsync(stop);
        var code = process.ExitCode;
        var words = (await says).Trim();
        if (code is > 0 and <= LastOwnCode && Enum.IsDefined((ExitCode)code))
        {
            throw Said((ExitCode)code, words) ?? new UserError((ExitCode)code, $"{folder.Name}: a process that drew {shard} ended with {code}.");
        }

        if (tries.AddOrUpdate(shard, 1, (_, before) => before + 1) >= MostTries)
        {
            throw new UserError(
                ExitCode.Fault,
                string.Create(CultureInfo.InvariantCulture, $"{folder.Name}: shard {shard} has ended {MostTries} processes, the last with {code}. {words}"),
                "what was drawn is kept: the same command goes on from there."
            );
        }

        waiting.Enqueue(shard);
    }

    /// <summary>What a process has said before it ended; null where it said nothing.</summary>
    private static UserError? Said(ExitCode code, string words)
    {
        const string Hint = "  hint: ";
        string[] lines = [.. words.Split('\n').Where(line => line.Length > 0)];
        return lines switch
        {
            [.., var sentence, var last] when last.StartsWith(Hint, StringComparison.Ordinal) =>
                new UserError(code, sentence, last[Hint.Length..]),
            [.., var sentence] => new UserError(code, sentence),
            [] => null,
        };
    }

    private Process Started()
    {
        var start = new ProcessStartInfo
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        OwnProgram.Put(start, ["draw", folder.FullPath, "--shards-from-input", "--threads", "1", "--quiet"]);
        try
        {
            return Process.Start(start)!;
        }
        catch (ExternalException failed)
        {
            throw new UserError(ExitCode.Disk, $"systemsim: another process of the program cannot be started: {failed.Message}.");
        }
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
