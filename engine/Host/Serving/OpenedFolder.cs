using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using SystemSim.Lanes;
using SystemSim.Reading;
using SystemSim.Reporting;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>The scenario behind the page, on the disk: it reads what the scenario itself may read, and writes the scenario's own file
/// and no other.</summary>
internal sealed class OpenedFolder : IDisposable
{
    private readonly ScenarioSource.OnDisk source;
    private readonly string own;
    private readonly LaneOptions lanes;
    private readonly SemaphoreSlim one = new(1);

    private OpenedFolder(ScenarioSource.OnDisk source, string own, LaneOptions lanes) =>
        (this.source, this.own, this.lanes) = (source, own, lanes);

    /// <summary>Opens a scenario, which may have problems: the page shows them.</summary>
    /// <param name="source">Where it is.</param>
    /// <param name="lanes">How its programs are made.</param>
    /// <param name="terminal">Where it is told why it cannot be read at all.</param>
    /// <param name="stop">Interrupts the reading.</param>
    /// <exception cref="UserError">It is not there, or cannot be read.</exception>
    public static async Task<OpenedFolder> Open(ScenarioSource.OnDisk source, LaneOptions lanes, Terminal terminal, CancellationToken stop)
    {
        var path = Path.GetFullPath(source.Path, source.Here);
        var own = Directory.Exists(path) ? Path.Combine(path, ScenarioReader.FileInFolder) : path;
        var folder = new OpenedFolder(source, own, lanes);
        var opened = (await OpenScenario.Read(source, [], lanes, stop)).OrStop(terminal);
        if (folder.Named(opened).ContainsKey(own))
        {
            return folder;
        }

        terminal.Say(opened.Result.Problems);
        throw new UserError(ExitCode.WrongScenario, $"{source.Path}: it cannot be read, and so not be shown.");
    }

    /// <summary>Short name of the file, for the address.</summary>
    public string Name => Path.GetFileName(own);

    /// <summary>All texts that the scenario reads, as JSON: names as seen from the nearest folder that holds them all.</summary>
    /// <exception cref="IOException">The file is not there any more, or cannot be read.</exception>
    public async Task<byte[]> Read()
    {
        await one.WaitAsync();
        try
        {
            var opened = await OpenScenario.Read(source, [], lanes);
            var files = opened.Result is { } read ? Named(read) : throw new IOException(opened.Failure!.Line);
            if (!files.TryGetValue(own, out var bytes))
            {
                throw new IOException($"{source.Path}: it cannot be read.");
            }

            var root = Root(files.Keys);
            return Written(files.Select(file => (From(root, file.Key), file.Value)), From(root, own), Version(bytes.AsSpan()));
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Writes the scenario's own file, unless it is another one by now.</summary>
    /// <param name="bytes">Its new bytes.</param>
    /// <param name="version">Version of the file that they are made of.</param>
    /// <returns>The version that is written; or, where the file is another one, what it holds.</returns>
    /// <exception cref="IOException">It cannot be written; what stood there still stands.</exception>
    public async Task<(string Version, byte[]? There)> Write(byte[] bytes, string version)
    {
        await one.WaitAsync();
        try
        {
            // A link is followed, so that it stays one; that it does not lead out of its folder the reader has seen to.
            var opened = await OpenScenario.Read(source, [], lanes);
            if (opened.Result is not { } read || !Named(read).ContainsKey(own))
            {
                throw new IOException($"{source.Path}: it cannot be read any more, and is not written.");
            }

            var file = File.ResolveLinkTarget(own, returnFinalTarget: true)?.FullName ?? own;
            var there = await File.ReadAllBytesAsync(file);
            if (Version(there) != version)
            {
                return (Version(there), there);
            }

            UnixFileMode? mode = OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(file);
            WholeFile.Write(file, bytes);
            if (mode is { } kept && !OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(file, kept);
            }

            return (Version(bytes), null);
        }
        finally
        {
            one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private static string Version(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private SortedDictionary<string, ImmutableArray<byte>> Named(OpenScenario opened)
    {
        var files = new SortedDictionary<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        foreach (var input in opened.Result.Inputs)
        {
            files[Path.GetFullPath(input.Name, source.Here)] = input.Bytes;
        }

        return files;
    }

    /// <summary>The nearest folder that holds all files, and no more than the scenario may read.</summary>
    private static string Root(IEnumerable<string> files)
    {
        var folders = files.Select(file => Path.GetDirectoryName(file)!).ToList();
        var root = folders[0];
        while (!folders.TrueForAll(folder => IsIn(folder, root)))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return root;
    }

    private static bool IsIn(string folder, string root) =>
        folder == root
        || folder.StartsWith(Path.EndsInDirectorySeparator(root) ? root : root + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    private static string From(string root, string file) => Path.GetRelativePath(root, file).Replace('\\', '/');

    private byte[] Written(IEnumerable<(string Name, ImmutableArray<byte> Bytes)> files, string name, string version) =>
        JsonText.Write(json =>
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("named", source.Path);
            json.WriteString("version", version);
            json.WriteStartArray("files");
            foreach (var file in files)
            {
                json.WriteStartObject();
                json.WriteString("name", file.Name);
                var text = TextOf(file.Bytes.AsSpan());
                json.WriteString("text", text ?? "");
                if (text is null)
                {
                    json.WriteBase64String("base64", file.Bytes.AsSpan());
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    /// <summary>The text that bytes are, with the mark that may stand before it; null where they are none.</summary>
    private static string? TextOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
