using System.Security.Cryptography;
using System.Text.Json;

namespace SystemSim.Reporting;

/// <summary>Which files of a results folder are ours, byte for byte: what somebody has put there or changed is theirs, and is not
/// replaced.</summary>
internal static class OwnFiles
{
    // A record has a few hundred kilobytes; what is far larger is not one.
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Why a folder that holds something may not be replaced; null when it holds a run of ours, as it was written, and nothing
    /// else.</summary>
    /// <param name="folder">Its path.</param>
    public static string? Refusal(string folder)
    {
        if (Record(folder, RunRecord.FileName) is not { } run || run.Program != RunRecord.Program)
        {
            return $"the folder holds something, and is not one that {RunRecord.Program} made, or its {RunRecord.FileName} has been changed since. Name another folder with --out.";
        }

        var hashes = new Dictionary<string, string>(run.Hashes);
        foreach (var (name, hash) in Record(folder, TimingsRecord.FileName)?.Hashes ?? [])
        {
            hashes.TryAdd(name, hash);
        }

        foreach (
            var name in NamesIn(new DirectoryInfo(folder), "")
                .OrderBy(name => name != TimingsRecord.FileName)
                .ThenBy(name => name, StringComparer.Ordinal)
        )
        {
            if (!run.Files.Contains(name))
            {
                return $"the folder also holds {name}, which is not part of its results. Move it elsewhere, or name another folder with --out.";
            }

            if (!IsAsWritten(folder, name, hashes))
            {
                return $"{name} has been changed since it was written. Move it elsewhere, or name another folder with --out.";
            }
        }

        return null;
    }

    private static bool IsAsWritten(string folder, string name, Dictionary<string, string> hashes)
    {
        if (name is RunRecord.FileName or TimingsRecord.FileName)
        {
            return Record(folder, name) is not null;
        }

        using var file = new FileStream(Path.Combine(folder, name), FileMode.Open, FileAccess.Read);
        return hashes.TryGetValue(name, out var hash) && Convert.ToHexStringLower(SHA256.HashData(file)) == hash;
    }

    /// <summary>Names of all files in a folder and below; links are names, and are not followed.</summary>
    private static IEnumerable<string> NamesIn(DirectoryInfo folder, string above) =>
        folder
            .EnumerateFileSystemInfos()
            .SelectMany(entry =>
                entry is DirectoryInfo { LinkTarget: null } below
                    ? NamesIn(below, $"{above}{entry.Name}/")
                    : [$"{above}{entry.Name}{(entry.LinkTarget is null ? "" : " (a link)")}"]
            );

    /// <summary>What a record of ours holds; null where it is none, or has been changed.</summary>
    private static OwnRecord? Record(string folder, string name)
    {
        var file = new FileInfo(Path.Combine(folder, name));
        if (!file.Exists || file.LinkTarget is not null || file.Length > MostBytes)
        {
            return null;
        }

        try
        {
            var bytes = File.ReadAllBytes(file.FullName);
            using var json = JsonDocument.Parse(bytes);
            var root = json.RootElement;
            return Seal.Holds(bytes, root.GetProperty(Seal.Property).GetString()!)
                ? new OwnRecord(
                    root.TryGetProperty("program", out var program) ? program.GetString() : null,
                    root.TryGetProperty("files", out var files) ? [.. files.EnumerateArray().Select(written => written.GetString()!)] : [],
                    [
                        .. root.GetProperty("hashes")
                            .EnumerateArray()
                            .Select(written =>
                                KeyValuePair.Create(written.GetProperty("name").GetString()!, written.GetProperty("sha256").GetString()!)
                            ),
                    ]
                )
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>What a record of ours says of the folder.</summary>
    /// <param name="Program">The program that wrote it; null where it does not say.</param>
    /// <param name="Files">Names of all files of the folder.</param>
    /// <param name="Hashes">Hashes of some of them.</param>
    private sealed record OwnRecord(string? Program, HashSet<string> Files, ImmutableArray<KeyValuePair<string, string>> Hashes);
}
