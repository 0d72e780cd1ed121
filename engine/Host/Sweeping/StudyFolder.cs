using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>A study on a disk: its files, and beside them its shards, as they are drawn.</summary>
/// <param name="Study">The study.</param>
/// <param name="FullPath">Full path of its folder.</param>
internal sealed record StudyFolder(Study Study, string FullPath)
{
    private const string Shards = "shards";

    // As large as a study's own files may be; what is larger was never written as one.
    private const long MostBytes = 1L << 30;

    /// <summary>The folder as it was typed.</summary>
    public string Name => Study.Named;

    /// <summary>Reads a study.</summary>
    /// <param name="typed">The folder as it was typed.</param>
    /// <param name="environment">What is around the program.</param>
    /// <exception cref="UserError">There is none, or it is not as it was written.</exception>
    public static StudyFolder Read(string typed, HostEnvironment environment)
    {
        var path = environment.FullPath(typed);
        if (!Directory.Exists(path))
        {
            throw new UserError(ExitCode.Disk, $"{typed}: there is no such folder.", "plan the study first: systemsim plan.");
        }

        var read = StudyFiles.Read(typed, name => BytesOf(path, name));
        return new StudyFolder(read.Result ?? throw Endings.Of(read.Failure!), path);
    }

    /// <summary>Writes a study into a new folder.</summary>
    /// <param name="study">The study.</param>
    /// <param name="typed">The folder as it was typed.</param>
    /// <param name="environment">What is around the program.</param>
    /// <param name="stop">Interrupts the writing.</param>
    /// <exception cref="UserError">The folder holds something, or cannot be written.</exception>
    public static StudyFolder Write(Study study, string typed, HostEnvironment environment, CancellationToken stop)
    {
        var path = environment.FullPath(typed);
        try
        {
            WholeFolder.Make(path, Refusal, Fill, stop);
        }
        catch (FolderRefusedException refused)
        {
            throw new UserError(ExitCode.Disk, $"{typed}: {refused.Message}");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.Disk, $"{typed}: the study cannot be written. {failed.Message}");
        }

        return new StudyFolder(study with { Named = typed }, path);

        void Fill(FolderDraft draft)
        {
            foreach (var (name, bytes) in StudyFiles.Write(study))
            {
                draft.Write(name, bytes);
            }
        }
    }

    /// <summary>Looks whether a study may be written somewhere, before the work of planning it is done.</summary>
    public static void CheckPlace(string typed, HostEnvironment environment)
    {
        try
        {
            WholeFolder.CheckPlace(environment.FullPath(typed), Refusal);
        }
        catch (FolderRefusedException refused)
        {
            throw new UserError(ExitCode.Disk, $"{typed}: {refused.Message}");
        }
    }

    /// <summary>Name of a shard's file, as the folder was typed.</summary>
    public string NameOf(Shard shard) => $"{Name.TrimEnd('/')}/{Shards}/{shard.FileName}";

    /// <summary>Whether a shard has been drawn, and is as it was written.</summary>
    public bool Has(Shard shard)
    {
        var file = PathOf(shard);
        return File.Exists(file) && ShardFile.Fault(Study, File.ReadAllBytes(file), out var found) is null && found == shard;
    }

    /// <summary>Puts a shard that has been drawn into its place.</summary>
    /// <param name="shard">The shard.</param>
    /// <param name="bytes">The bytes of its file.</param>
    /// <exception cref="UserError">It cannot be written.</exception>
    public void Put(Shard shard, byte[] bytes)
    {
        try
        {
            WholeFile.Write(PathOf(shard), bytes);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.Disk, $"{NameOf(shard)}: the shard cannot be written. {failed.Message}");
        }
    }

    /// <summary>The shards that have been drawn: names, and what reads them.</summary>
    public IReadOnlyList<(string Name, Func<byte[]> Read)> Drawn()
    {
        var folder = Path.Combine(FullPath, Shards);
        return Directory.Exists(folder)
            ?
            [
                .. Directory.GetFiles(folder, $"*{ShardFile.Ending}")
                    .Select(Path.GetFileName)
                    .Where(name => !name!.StartsWith('.'))
                    .Order(StringComparer.Ordinal)
                    .Select(name => ($"{Name.TrimEnd('/')}/{Shards}/{name}", Reader(Path.Combine(folder, name!)))),
            ]
            : [];
    }

    /// <summary>What reads a file, when it is asked.</summary>
    /// <param name="path">Its path.</param>
    public static Func<byte[]> Reader(string path) => () =>
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new UserError(ExitCode.Disk, $"{path}: the file cannot be read. {failed.Message}");
        }
    };

    private string PathOf(Shard shard) => Path.Combine(FullPath, Shards, shard.FileName);

    private static string? Refusal(string folder) => "the folder holds something already. Name a new one.";

    /// <summary>The bytes of a file of the study; nothing of what lies outside.</summary>
    private static byte[]? BytesOf(string folder, string name)
    {
        var file = new FileInfo(Path.GetFullPath(name, folder));
        var isWithin = !Path.IsPathRooted(name) && file.FullName.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isWithin && file.Exists && file.LinkTarget is null && file.Length <= MostBytes ? File.ReadAllBytes(file.FullName) : null;
    }
}
