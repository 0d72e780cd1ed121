using System.Globalization;
using System.IO.Compression;
using System.Text;
using SystemSim.Reading;
using SystemSim.Runs;

namespace SystemSim.Page;

/// <summary>What can be taken away from what has been run.</summary>
internal static class Leaves
{
    private const string Workbook = "workbook.xlsx";

    // Archives have a time for each file: the same for all, so that the same run makes the same bytes.
    private static readonly DateTimeOffset Always = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The workbook of a run.</summary>
    public static byte[] WorkbookOf(RunResult result) => result.Folder.Files().First(file => file.Name == Workbook).Bytes;

    /// <summary>The results folder of a run, as an archive.</summary>
    public static byte[] ReportOf(RunResult result) => Zip(result.Folder.Files().Select(file => (file.Name, file.Bytes)));

    /// <summary>The texts of a place as they were opened, and beside the scenario one that extends it, with what was changed.</summary>
    /// <param name="scenario">What is open.</param>
    /// <param name="texts">Its texts by name.</param>
    /// <param name="name">Name of the scenario among them.</param>
    /// <param name="reasons">Why numbers were moved.</param>
    public static byte[] PlaceOf(
        OpenScenario scenario, ImmutableDictionary<string, ImmutableArray<byte>> texts, string name, ImmutableArray<Reason> reasons)
    {
        var inputs = scenario.Result.Inputs.Select(input => input.Name).Append(name).Distinct().Where(texts.ContainsKey);
        return Zip([
            .. inputs.Order(StringComparer.Ordinal).Select(input => (input, texts[input].ToArray())),
            .. scenario.Overrides.Count == 0
                ? Array.Empty<(string, byte[])>()
                : [(Beside(name), Encoding.UTF8.GetBytes(Changed(scenario, name, reasons)))],
        ]);
    }

    /// <summary>A scenario that is another with changes: what was opened stays as it is, to the byte.</summary>
    private static string Changed(OpenScenario scenario, string name, ImmutableArray<Reason> reasons)
    {
        var text = new StringBuilder();
        var file = name.Split('/')[^1];
        text.Append(
            CultureInfo.InvariantCulture,
            $"# {file}, with what was changed on the page. Run it as any other: systemsim run changed.yaml\n");
        text.Append(CultureInfo.InvariantCulture, $"systemsim: 1\nextends: {file}\noverride:\n");
        foreach (var change in scenario.Overrides)
        {
            var at = change.IndexOf('=', StringComparison.Ordinal);
            var path = change[..at];
            if (reasons.FirstOrDefault(reason => reason.Path == path) is { } reason && CommentText.Of(reason.Said) is { } why)
            {
                text.Append("  # ").Append(why).Append('\n');
            }

            text.Append("  ").Append(Key(path)).Append(": ").Append(change[(at + 1)..]).Append('\n');
        }

        return text.ToString();
    }

    private static string Key(string path) => path.Any(letter => letter is ' ' or ':' or '#' or '>') ? $"\"{path}\"" : path;

    private static string Beside(string name) => string.Join('/', name.Split('/')[..^1].Append("changed.yaml"));

    private static byte[] Zip(IEnumerable<(string Name, byte[] Bytes)> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = Always;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
