using System.Globalization;
using System.Text.RegularExpressions;
using SystemSim.Reading;

namespace SystemSim.Campaign;

/// <summary>First inputs of the harnesses, and the dictionary of words that the fuzzer may put in: all from shipped scenarios.</summary>
internal static partial class Seeds
{
    private const int Large = 3_000;
    private const int LinesOfATable = 6;
    private const int MostNumbers = 300;

    /// <summary>Writes a folder for each harness, and <c>yaml.dict</c>.</summary>
    /// <param name="scenarios">Folder of the shipped scenarios.</param>
    /// <param name="into">Folder to write.</param>
    public static int Write(string scenarios, string into)
    {
        string[] texts =
        [
            .. Files(scenarios, "*.yaml").Where(file => !file.Contains("/places/", StringComparison.Ordinal)).Select(File.ReadAllText),
        ];
        WriteAll(
            into,
            "scenario",
            texts.Where(text => text.Length < Large && !text.Contains("extends:", StringComparison.Ordinal)).Distinct()
        );
        WriteAll(
            into,
            "numbers",
            texts
                .SelectMany(text => Values().Matches(text).Select(found => found.Groups["value"].Value.Trim()))
                .Distinct()
                .OrderBy(text => text.Length)
                .Take(MostNumbers)
        );
        WriteAll(into, "expected", Files(scenarios, "expected.csv").Select(Head).Distinct());
        WriteAll(into, "draws", Files(scenarios, "draws*.csv").Select(Head).Append(OfItsOwn()).Distinct());
        var words = texts
            .SelectMany(text => Words().Matches(text).Select(found => found.Value))
            .GroupBy(word => word)
            .OrderByDescending(alike => alike.Count())
            .Select(alike => alike.Key)
            .Take(600);

        // The fuzzer takes nothing but ASCII in its dictionary, and else complains without end.
        File.WriteAllLines(
            Path.Combine(into, "yaml.dict"),
            words.Select(word => $"\"{word.Replace("£", "\\xc2\\xa3", StringComparison.Ordinal)}\"")
        );
        return 0;
    }

    /// <summary>A table of draws of two numbers of the small scenario.</summary>
    private static string OfItsOwn()
    {
        var problems = new Problems();
        var draft = Root.Read((Mapping)TreeBuilder.Build("scenario.yaml", SmallScenario.Text, problems)!, problems);
        string[] names = [.. new NamedNumbers(draft.Context.Numbers.Select(number => number.Quantity)).Uncertain.Take(2)];
        return $"{string.Join(',', names)}\n0.1,0.2\n0.3,0.1\n";
    }

    private static string Head(string file) => string.Join('\n', File.ReadLines(file).Take(LinesOfATable));

    private static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.GetFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    private static void WriteAll(string into, string name, IEnumerable<string> texts)
    {
        var folder = Directory.CreateDirectory(Path.Combine(into, name)).FullName;
        foreach (var (row, text) in texts.Index())
        {
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{row:000}")), text);
        }
    }

    [GeneratedRegex(@": (?<value>[^{\[,}\]#|>""\n][^,}\]#\n]*)")]
    private static partial Regex Values();

    [GeneratedRegex(@"[a-z_]{3,}:|[{}\[\]]|£\d+[kmbn]*|\d+%|\b(?:a year|per 1000|months|years)\b")]
    private static partial Regex Words();
}
