using System.Text.Json;

namespace SystemSim.Campaign;

/// <summary>One change to the engine's own code, as Stryker's report tells of it.</summary>
/// <param name="Number">Its number, by which it is brought to life.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Line">Line that it begins in, from 1.</param>
/// <param name="Kind">What kind of change it is.</param>
/// <param name="Was">What the source says, in one line.</param>
/// <param name="Becomes">What it says instead.</param>
internal sealed record Mutant(int Number, string File, int Line, string Kind, string Was, string Becomes)
{
    /// <summary>As it is listed.</summary>
    public override string ToString() => $"{File}:{Line} {Kind}: {Was}  ->  {Becomes}";

    // What Stryker itself could not compile, or was told to leave alone, is in its report and not in its assembly.
    private static readonly string[] NotThere = ["CompileError", "Ignored"];

    /// <summary>Reads those of a report that are in the assembly, in order of their numbers.</summary>
    /// <param name="report">Stryker's report in JSON.</param>
    public static IReadOnlyList<Mutant> Of(string report)
    {
        using var read = JsonDocument.Parse(System.IO.File.ReadAllText(report));
        return
        [
            .. from file in read.RootElement.GetProperty("files").EnumerateObject()
            let lines = file.Value.GetProperty("source").GetString()!.ReplaceLineEndings("\n").Split('\n')
            from mutant in file.Value.GetProperty("mutants").EnumerateArray()
            where !NotThere.Contains(mutant.GetProperty("status").GetString())
            let number = int.Parse(mutant.GetProperty("id").GetString()!, System.Globalization.CultureInfo.InvariantCulture)
            orderby number
            select new Mutant(
                number,
                Path.GetFileName(file.Name),
                mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                mutant.GetProperty("mutatorName").GetString()!,
                Between(lines, mutant.GetProperty("location")),
                OneLine(mutant.GetProperty("replacement").GetString()!)
            ),
        ];
    }

    private static string Between(string[] lines, JsonElement location)
    {
        var (start, end) = (location.GetProperty("start"), location.GetProperty("end"));
        var (first, last) = (start.GetProperty("line").GetInt32() - 1, end.GetProperty("line").GetInt32() - 1);
        var text = string.Join('\n', lines[first..(last + 1)]);
        var cut = lines[last].Length - (end.GetProperty("column").GetInt32() - 1);
        return OneLine(text[(start.GetProperty("column").GetInt32() - 1)..^cut]);
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
