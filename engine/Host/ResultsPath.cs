using SystemSim.Reporting;

namespace SystemSim.Host;

/// <summary>Where results go.</summary>
/// <param name="Name">The folder as it was typed, or as it is shown.</param>
/// <param name="FullPath">Its full path.</param>
internal sealed record ResultsPath(string Name, string FullPath)
{
    private const string DefaultFolder = "results";

    /// <summary>Finds the folder for results, and refuses one that may not be written before the work is done.</summary>
    /// <param name="typed">The folder as it was typed; null for the default.</param>
    /// <param name="name">Short name of what is run.</param>
    /// <param name="environment">What is around the program.</param>
    /// <exception cref="UserError">Something else stands there.</exception>
    public static ResultsPath Of(string? typed, string name, HostEnvironment environment)
    {
        var shown = typed ?? $"{DefaultFolder}/{name}";
        if (shown.Length == 0)
        {
            throw new UserError(ExitCode.WrongUsage, "--out takes the name of a folder.");
        }

        var path = new ResultsPath(shown, environment.FullPath(shown));
        path.Guarded(() => ResultsFolder.CheckPlace(path.FullPath));
        return path;
    }

    /// <summary>Writes the folder.</summary>
    /// <param name="folder">What is written.</param>
    /// <param name="stop">Interrupts the writing.</param>
    /// <exception cref="UserError">It cannot be written; nothing of it is left.</exception>
    public void Write(ResultsFolder folder, CancellationToken stop) => Guarded(() => folder.Write(FullPath, stop));

    private void Guarded(Action act)
    {
        try
        {
            act();
        }
        catch (FolderRefusedException refused)
        {
            throw new UserError(ExitCode.Disk, $"{Name}: {refused.Message}");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.Disk, $"{Name}: the folder cannot be written, and is left as it was. {failed.Message}");
        }
    }
}
