using System.Text.Json;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A folder with everything that a run leaves.</summary>
public sealed record ResultsFolder
{
    private const string Charts = "charts";

    // A run.json has a few kilobytes; what is far larger is not one.
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>What was run.</summary>
    public required RunRecord Run { get; init; }

    /// <summary>The tidy tables.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>Outcomes draw by draw; null unless they were kept.</summary>
    public KeptDraws? Kept { get; init; }

    /// <summary>When, where and how fast; null where only tidy files are wanted.</summary>
    public required TimingsRecord? Timings { get; init; }

    /// <summary>What the run shows, for its pages and charts; null where only tidy files are wanted.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Whether the claims sheet is wanted too.</summary>
    public bool HasClaims { get; init; }

    /// <summary>Charts as images: names without folder, and bytes, which depend on the browser that drew them.</summary>
    public ImmutableArray<(string Name, byte[] Bytes)> Images { get; init; } = [];

    /// <summary>Writes the folder, in the place of an earlier one of ours.</summary>
    /// <param name="path">Full path of the folder.</param>
    /// <param name="stop">Interrupts the writing.</param>
    /// <exception cref="FolderRefusedException">Something stands there that is not a results folder.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public void Write(string path, CancellationToken stop) => WholeFolder.Make(path, Refusal, Fill, stop);

    /// <summary>Looks whether a results folder may be put somewhere, before the work of a run is done.</summary>
    /// <param name="path">Full path of the folder.</param>
    /// <exception cref="FolderRefusedException">Something stands there that is not a results folder.</exception>
    public static void CheckPlace(string path) => WholeFolder.CheckPlace(path, Refusal);

    private void Fill(FolderDraft folder)
    {
        var title = string.Join("; ", Run.Scenarios.Select(scenario => scenario.Scenario.Title).Distinct());
        folder.Write([.. Tables.SelectMany(table => new (string, Action<Stream>)[]
        {
            ($"tidy/{table.Name}.csv", stream => TidyCsv.Write(table.Rows, stream)),
            ($"tidy/{table.Name}.csv-metadata.json", stream => stream.Write(TableMetadata.Write(table.Name, title))),
        }), .. Pages()]);

        if (Kept is not null)
        {
            folder.Write($"tidy/{DrawsCsv.Table}.csv", stream => DrawsCsv.Write(Kept, stream));
            folder.Write($"tidy/{DrawsCsv.Table}.csv-metadata.json", TableMetadata.Write(DrawsCsv.Table, title));
        }

        var hashed = folder.Files;
        foreach (var (name, bytes) in Images)
        {
            folder.Write($"{Charts}/{name}", bytes);
        }

        var written = folder.Files;
        string[] more = Timings is null ? [RunRecord.FileName] : [RunRecord.FileName, TimingsRecord.FileName];
        folder.Write(RunRecord.FileName, Run.Write(hashed, written.Select(file => file.Name).Concat(more)));
        if (Timings is not null)
        {
            folder.Write(TimingsRecord.FileName, Timings.Write());
        }
    }

    /// <summary>Pages and charts, with what writes them.</summary>
    private IEnumerable<(string, Action<Stream>)> Pages()
    {
        if (Evidence is not { } evidence)
        {
            yield break;
        }

        yield return ("summary.html", stream => stream.Write(Rendering.Summary(evidence)));
        if (HasClaims)
        {
            yield return ("claims.html", stream => stream.Write(Rendering.Claims(evidence)));
        }

        foreach (var picture in evidence.Pictures)
        {
            yield return ($"{Charts}/{picture.Name}.svg", stream => stream.Write(Rendering.Svg(picture)));
        }
    }

    /// <summary>Why a folder that holds something may not be replaced; null when it holds a run of ours and nothing else.</summary>
    private static string? Refusal(string folder)
    {
        if (FilesOf(Path.Combine(folder, RunRecord.FileName)) is not { } ours)
        {
            return $"the folder holds something, and is not one that {RunRecord.Program} made. Name another folder with --out.";
        }

        var other = NamesIn(new DirectoryInfo(folder), "").Where(name => !ours.Contains(name)).Order(StringComparer.Ordinal).FirstOrDefault();
        return other is null ? null : $"the folder also holds {other}, which is not part of its results. Move it elsewhere, or name another folder with --out.";
    }

    /// <summary>Names of all files in a folder and below; links are names, and are not followed.</summary>
    private static IEnumerable<string> NamesIn(DirectoryInfo folder, string above) => folder.EnumerateFileSystemInfos().SelectMany(entry =>
        entry is DirectoryInfo { LinkTarget: null } below ? NamesIn(below, $"{above}{entry.Name}/") : [$"{above}{entry.Name}"]);

    /// <summary>Names of the files that a run of ours left; null when the file is not a <c>run.json</c> of ours.</summary>
    private static HashSet<string>? FilesOf(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length > MostBytes)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            return json.RootElement.GetProperty("program").GetString() == RunRecord.Program
                ? [.. json.RootElement.GetProperty("files").EnumerateArray().Select(name => name.GetString()!)]
                : null;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
