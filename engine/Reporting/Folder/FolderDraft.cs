using System.Runtime.ExceptionServices;
using System.Security.Cryptography;

namespace SystemSim.Reporting;

/// <summary>A folder that is being filled, out of sight.</summary>
public sealed class FolderDraft
{
    private readonly string root;
    private readonly CancellationToken stop;
    private readonly ImmutableArray<WrittenFile>.Builder files = ImmutableArray.CreateBuilder<WrittenFile>();

    /// <summary>Starts in an empty folder.</summary>
    internal FolderDraft(string root, CancellationToken stop)
    {
        this.root = root;
        this.stop = stop;
    }

    /// <summary>The files written so far, in order.</summary>
    public ImmutableArray<WrittenFile> Files => files.ToImmutable();

    /// <summary>Writes one file and sees it onto the disk.</summary>
    /// <param name="name">Its name as seen from the folder, with forward slashes.</param>
    /// <param name="write">Writes its bytes.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public void Write(string name, Action<Stream> write) => files.Add(Written(name, write));

    /// <summary>Writes several files at the same time; they stand in their order.</summary>
    /// <param name="several">Names and what writes their bytes; each touches nothing that another changes.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public void Write(IReadOnlyList<(string Name, Action<Stream> Write)> several)
    {
        var written = new WrittenFile[several.Count];
        try
        {
            Parallel.For(0, several.Count, file => written[file] = Written(several[file].Name, several[file].Write));
        }
        catch (AggregateException many)
        {
            ExceptionDispatchInfo.Throw(many.InnerExceptions[0]);
        }

        files.AddRange(written);
    }

    /// <summary>Writes one file whose bytes are at hand.</summary>
    public void Write(string name, byte[] bytes) => Write(name, stream => stream.Write(bytes));

    /// <summary>Sees onto the disk which files the folder and those in it hold.</summary>
    /// <exception cref="IOException">The disk did not take it.</exception>
    internal void Flush()
    {
        foreach (var folder in Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Append(root))
        {
            FolderExchange.Flush(folder);
        }
    }

    private WrittenFile Written(string name, Action<Stream> write)
    {
        stop.ThrowIfCancellationRequested();
        var path = Path.Combine(root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        using var hash = SHA256.Create();
        using (var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            write(hashed);
        }

        file.Flush(flushToDisk: true);
        return new WrittenFile(name, Convert.ToHexStringLower(hash.Hash!));
    }
}
