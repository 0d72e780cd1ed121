using System.Security.Cryptography;
using System.Text.Json;

namespace SystemSim.Campaign;

/// <summary>What stands at the place of some results, and beside it.</summary>
/// <param name="Folder">The results folder.</param>
internal sealed record ResultsWatch(string Folder)
{
    /// <summary>What tells these results from others; null, with why, where they are not whole.</summary>
    /// <param name="why">What is wrong.</param>
    public string? Print(out string why)
    {
        why = "";
        try
        {
            using var run = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "run.json")));
            string[] named =
            [
                .. run.RootElement.GetProperty("files").EnumerateArray().Select(name => name.GetString()!).Order(StringComparer.Ordinal),
            ];
            string[] there =
            [
                .. Directory
                    .GetFiles(Folder, "*", SearchOption.AllDirectories)
                    .Select(file => Path.GetRelativePath(Folder, file))
                    .Order(StringComparer.Ordinal),
            ];
            if (!named.SequenceEqual(there))
            {
                why = $"files: {string.Join(", ", there)}";
                return null;
            }

            foreach (var file in run.RootElement.GetProperty("hashes").EnumerateArray())
            {
                var name = file.GetProperty("name").GetString()!;
                if (
                    Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, name))))
                    != file.GetProperty("sha256").GetString()
                )
                {
                    why = $"{name} is not what run.json says";
                    return null;
                }
            }

            return run.RootElement.GetProperty("itself").GetString();
        }
        catch (Exception broken) when (broken is IOException or JsonException or KeyNotFoundException)
        {
            why = broken.Message;
            return null;
        }
    }

    /// <summary>Runs that died and left something beside it.</summary>
    public int Left =>
        Directory
            .GetFileSystemEntries(Path.GetDirectoryName(Folder)!, $".{Path.GetFileName(Folder)}.*")
            .Select(Path.GetFileNameWithoutExtension)
            .Distinct()
            .Count();
}
