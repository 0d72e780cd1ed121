using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>Where the files that went into a run are kept in its folder: beside one another as they were, and nowhere near where they
/// were.</summary>
public static class InputCopies
{
    private const string Folder = "inputs";
    private const string Above = "above";
    private const string Up = "../";
    private const string FileInFolder = "scenario.yaml";

    /// <summary>The files of every scenario with the names that they have in the folder; that of the scenario itself is the first of
    /// each.</summary>
    /// <param name="scenarios">The scenarios.</param>
    public static ImmutableArray<ImmutableArray<(string Name, InputRecord Input)>> Of(ImmutableArray<ScenarioRecord> scenarios) =>
    [
        .. scenarios.Select((record, row) =>
        {
            var root = scenarios.Length == 1 ? Folder : string.Create(CultureInfo.InvariantCulture, $"{Folder}/{row + 1}");
            return Copies(record, root);
        }),
    ];

    private static ImmutableArray<(string Name, InputRecord Input)> Copies(ScenarioRecord record, string root)
    {
        var inputs = record.Inputs.DistinctBy(input => input.Name).ToArray();
        var deepest = inputs.Max(input => UpsOf(input.Name));
        // A scenario in a folder has the folder's name; what the folders above are called says nothing.
        string[] own = inputs[0].Name == FileInFolder
            ? [.. Enumerable.Repeat(Above, Math.Max(0, deepest - 1)), record.Name]
            : [.. Enumerable.Repeat(Above, deepest)];
        return
        [
            .. inputs.Select(input =>
            {
                var ups = UpsOf(input.Name);
                return (string.Join('/', [root, .. own[..^ups], input.Name[(Up.Length * ups)..]]), input);
            }),
        ];
    }

    private static int UpsOf(string name)
    {
        var ups = 0;
        while (name.AsSpan(Up.Length * ups).StartsWith(Up, StringComparison.Ordinal))
        {
            ups++;
        }

        return ups;
    }
}
