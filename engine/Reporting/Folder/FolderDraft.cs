using System.Runtime.ExceptionServices;
using System.Security.Cryptography;

namespace SystemSim.Reporting;

/// <summary>A folder that is being filled, out of sight.</summary>
public sealed class FolderDraft
{
    private readonly Action<string, Action<Stream>> put;
    private readonly CancellationToken stop;
    private readonly ImmutableArray<WrittenFile>.Builder files = ImmutableArray.CreateBuilder<WrittenFile>();

    /// <summary>Starts empty.</summary>
    /// <param name="put">Takes a file by its name, and gives what writes its bytes a stream to write to; called by several threads at
    /// once.</param>
    /// <param name="stop">Interrupts it.</param>
    internal FolderDraft(Action<string, Action<Stream>> put, CancellationToken stop)
    {
        this.put = put;
        this.stop = stop;
    }

    /// <summary>The files written so far, in order.</summary>
    public ImmutableArray<WrittenFile> Files => files.ToImmutable();

    /// <summary>Writes one file.</summary>
    /// <param name="name">Its name as seen from the folder, with forward slashes.</param>
    /// <param name="write">Writes its bytes.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public void Write(string name, Action<Stream> write) => files.Add(Written(name, write));

    /// <summary>Writes several files at the same time; they stand in their order.</summary>
    /// <param name="several">Names and what writes their bytes; each touches nothing that another changes.</param>
    /// <param name="threads">Threads to use.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public void Write(IReadOnlyList<(string Name, Action<Stream> Write)> several, int threads)
    {
        var written = new WrittenFile[several.Count];
        try
        {
            Parallel.For(
                0,
                several.Count,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                file => written[file] = Written(several[file].Name, several[file].Write)
            );
        }
        catch (AggregateException many)
        {
            ExceptionDispatchInfo.Throw(many.InnerExceptions[0]);
        }

        files.AddRange(written);
    }

    /// <summary>Writes one file whose bytes are at hand.</summary>
    public void Write(string name, byte[] bytes) => Write(name, stream => stream.Write(bytes));

    private WrittenFile Written(string name, Action<Stream> write)
    {
        stop.ThrowIfCancellationRequested();
        using var hash = SHA256.Create();
        put(
            name,
            file =>
            {
                using var hashed = new CryptoStream(file, hash, CryptoStreamMode.Write, leaveOpen: true);
                write(hashed);
            }
        );
        return new WrittenFile(name, Convert.ToHexStringLower(hash.Hash!));
    }
}
