using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SystemSim.Host;

/// <summary>A command of an engine that runs jobs on a cluster.</summary>
internal static class ClusterCommand
{
    /// <summary>Calls it.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="words">Its words.</param>
    /// <param name="stop">Stops waiting for it.</param>
    /// <returns>What it answers.</returns>
    /// <exception cref="UserError">It is not there, or refuses.</exception>
    public static async Task<string> Call(string program, IReadOnlyList<string> words, CancellationToken stop)
    {
        var start = new ProcessStartInfo(program, words) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var (answers, rest) = (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
            await process.WaitForExitAsync(stop);
            return process.ExitCode == 0
                ? await answers
                : throw new UserError(ExitCode.Disk, $"{program}: {(await rest).Trim().ReplaceLineEndings(" ")}");
        }
        catch (ExternalException missing)
        {
            throw new UserError(
                ExitCode.Disk,
                $"{program} cannot be started: {missing.Message}.",
                "call this where the commands of the cluster are."
            );
        }
    }
}
