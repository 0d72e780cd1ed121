using System.Text.RegularExpressions;

namespace SystemSim.Places;

/// <summary>A text that the program carries with it, with places for numbers: <c>${name}</c> for a text, <c>${name money}</c> for a number,
/// <c>${name money 0.5 2}</c> for one with a range from half to twice of it, and <c>${name money budget}</c> for one whose range is
/// named.</summary>
internal static partial class Template
{
    /// <summary>Fills a template.</summary>
    /// <param name="name">Name of its file in <c>Starter</c>.</param>
    /// <param name="values">Numbers, and how far they may be off (<c>name±</c>, as a share).</param>
    /// <param name="texts">Texts.</param>
    public static string Fill(string name, IReadOnlyDictionary<string, double> values, IReadOnlyDictionary<string, string> texts)
    {
        using var stream = typeof(Template).Assembly.GetManifestResourceStream($"Starter/{name}")!;
        using var reader = new StreamReader(stream);
        return Place().Replace(reader.ReadToEnd(), found => Filled(found.Groups[1].Value.Split(' '), values, texts));
    }

    private static string Filled(string[] words, IReadOnlyDictionary<string, double> values, IReadOnlyDictionary<string, string> texts)
    {
        if (words is [var text])
        {
            return texts[text];
        }

        var value = values[words[0]];
        var write = Writer(words[1]);
        return words switch
        {
            [_, _, var off] => Written.Ranged(value, write, 1.0 - values[$"{off}±"], 1.0 + values[$"{off}±"]),
            [_, _, var low, var high, .. var unit] => Written.Ranged(
                value,
                write,
                double.Parse(low, CultureInfo.InvariantCulture),
                double.Parse(high, CultureInfo.InvariantCulture),
                string.Join(' ', unit)
            ),
            _ => write(value),
        };
    }

    private static Func<double, string> Writer(string word) => word switch
    {
        "people" => Written.People,
        "count" => Written.Count,
        "money" => Written.Money,
        "price" => Written.Price,
        "percent" => Written.Percent,
        "share" => share => $"{Written.Number(share * 100.0, 1)}%",
        "whole" => number => Written.Number(number, 0),
        "tenths" => number => Written.Number(number, 1),
        "number" => number => Written.Number(number, 4),
        _ => throw new FormatException($"'{word}' is no way to write a number."),
    };

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Place();
}
