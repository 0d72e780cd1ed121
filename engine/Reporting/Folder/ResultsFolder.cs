using System.Collections.Concurrent;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>A folder with everything that a run leaves.</summary>
public sealed record ResultsFolder
{
    private const string Charts = "charts";

    /// <summary>What was run.</summary>
    public required RunRecord Run { get; init; }

    /// <summary>The tidy tables.</summary>
    public required ImmutableArray<Table> Tables { get; init; }

    /// <summary>Outcomes draw by draw; null unless they were kept.</summary>
    public KeptDraws? Kept { get; init; }

    /// <summary>[scenario] answers of the central runs, for what people read; none where only tidy files are wanted.</summary>
    public ImmutableArray<Answers> Answers { get; init; } = [];

    /// <summary>What each uncertain number does to the headline, for the log of assumptions; null where that was not measured.</summary>
    public Tornado? Tornado { get; init; }

    /// <summary>The command that makes the folder again; null where only tidy files are wanted.</summary>
    public CommandRecord? Command { get; init; }

    /// <summary>When, where and how fast; null where nobody took the time, or only tidy files are wanted.</summary>
    public TimingsRecord? Timings { get; init; }

    /// <summary>Threads that write files; never changes a bit.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>What the run shows, for its pages and charts; null where only tidy files are wanted.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>The options of the one scenario side by side, where there is no evidence that has them; null for none.</summary>
    public OptionsTable? Options { get; init; }

    /// <summary>What a question apart from a run came to; null for a run.</summary>
    public Report? Report { get; init; }

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
    public void Write(string path, CancellationToken stop) => WholeFolder.Make(path, OwnFiles.Refusal, Fill, stop);

    /// <summary>The files of the folder, without a disk.</summary>
    /// <param name="stop">Interrupts the making.</param>
    /// <returns>Names with forward slashes, in order of writing, and bytes.</returns>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public ImmutableArray<(string Name, byte[] Bytes)> Files(CancellationToken stop = default)
    {
        var made = new ConcurrentDictionary<string, byte[]>();
        var draft = new FolderDraft(
            (name, write) =>
            {
                using var bytes = new MemoryStream();
                write(bytes);
                made[name] = bytes.ToArray();
            },
            stop
        );
        Fill(draft);
        return [.. draft.Files.Select(file => (file.Name, made[file.Name]))];
    }

    /// <summary>Looks whether a results folder may be put somewhere, before the work of a run is done.</summary>
    /// <param name="path">Full path of the folder.</param>
    /// <exception cref="FolderRefusedException">Something stands there that is not a results folder.</exception>
    public static void CheckPlace(string path) => WholeFolder.CheckPlace(path, OwnFiles.Refusal);

    private void Fill(FolderDraft folder)
    {
        var copies = Command is null ? [] : InputCopies.Of(Run.Scenarios);
        (string, Action<Stream>)[] several =
        [
            .. ForReaders(),
            .. Pages(),
            .. Report?.Files() ?? [],
            .. Tidy(),
            .. copies.SelectMany(scenario => scenario).Select(copy => File(copy.Name, stream => stream.Write(copy.Input.Bytes.AsSpan()))),
        ];
        folder.Write(several, Threads);
        if (Command is not null)
        {
            var scenarios = copies.Select(scenario => scenario[0].Name);
            var files = folder.Files.Select(file => file.Name).Append(RunRecord.FileName);
            folder.Write(ShellScript.FileName, ShellScript.Write(Run.Version, Command, scenarios, files));
            folder.Write(CommandScript.FileName, CommandScript.Write(Run.Version, Command, scenarios, files));
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
            folder.Write(TimingsRecord.FileName, Timings.Write(written.Skip(hashed.Length)));
        }
    }

    /// <summary>Pages and charts, with what writes them.</summary>
    private IEnumerable<(string Name, Action<Stream> Write)> Pages()
    {
        if (Evidence is not { } evidence)
        {
            yield break;
        }

        yield return File("summary.html", stream => stream.Write(Rendering.Summary(evidence)));
        if (HasClaims)
        {
            yield return File("claims.html", stream => stream.Write(Rendering.Claims(evidence)));
        }

        foreach (var picture in evidence.Pictures)
        {
            yield return File($"{Charts}/{picture.Name}.svg", stream => stream.Write(Rendering.Svg(picture)));
        }
    }

    /// <summary>What people read; a workbook and a log where one scenario was run, and not where two are compared.</summary>
    private IEnumerable<(string Name, Action<Stream> Write)> ForReaders()
    {
        if (Answers.IsEmpty)
        {
            yield break;
        }

        var logs = Answers.Select(answers => AssumptionsLog.Of(answers.Scenario, Tornado)).ToArray();
        if (Answers is [var only])
        {
            var contents = new WorkbookContents(Run, only, logs[0], Options ?? Evidence?.Options)
            {
                Plans = Evidence?.Plans,
                RangeSources = Evidence?.Story.RangeSources ?? [],
            };
            yield return File(WorkbookXlsx.FileName, stream => WorkbookXlsx.Write(contents, stream));
            yield return File(AssumptionsCsv.FileName, stream => stream.Write(AssumptionsCsv.Write(logs[0])));
        }

        yield return File(AssuranceStatement.FileName, stream => stream.Write(AssuranceMarkdown.Write(Run, logs)));
    }

    private IEnumerable<(string Name, Action<Stream> Write)> Tidy()
    {
        var title = string.Join("; ", Run.Scenarios.Select(scenario => scenario.Scenario.Title).Distinct());
        ImmutableArray<string> discounting =
        [
            .. Run.Scenarios.Select(scenario => DiscountingSentence.Of(scenario.Scenario)).OfType<string>().Distinct(),
        ];
        var count = Run.Scenarios[0].Draws?.Count;
        foreach (var table in Tables)
        {
            yield return File($"tidy/{table.Name}.csv", stream => TidyCsv.Write(table.Rows, stream));
            yield return File($"tidy/{table.Name}.csv-metadata.json", stream =>
                stream.Write(TableMetadata.Write(table.Name, title, discounting, count))
            );
        }

        if (Kept is not null)
        {
            yield return File($"tidy/{DrawsCsv.Table}.csv", stream => DrawsCsv.Write(Kept, stream));
            yield return File($"tidy/{DrawsCsv.Table}.csv-metadata.json", stream =>
                stream.Write(TableMetadata.Write(DrawsCsv.Table, title, discounting, count))
            );
        }
    }

    private static (string Name, Action<Stream> Write) File(string name, Action<Stream> write) => (name, write);
}
