using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SystemSim.Reading;

/// <summary>Writes values as YAML, each in one line.</summary>
internal static partial class YamlText
{
    private const string Escaped = "\\\"";

    /// <summary>A value that stands nowhere yet.</summary>
    public static Scalar Word(string text) => new(default, text, isPlain: true);

    /// <summary>A text that stands nowhere yet, whatever is in it.</summary>
    public static Scalar Text(string text) => new(default, text, isPlain: false);

    /// <summary>An entry.</summary>
    /// <param name="entry">It.</param>
    /// <param name="isInList">Whether it stands between brackets.</param>
    public static string Of(Entry entry, bool isInList = true) => $"{Key(entry.Key)}: {Of(entry.Value, isInList)}";

    /// <summary>A key.</summary>
    public static string Key(Scalar key) => Plain(key.Text, isInList: true);

    /// <summary>A text without quotes where it needs none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isInList">Whether it stands between brackets, where commas part values.</param>
    public static string Plain(string text, bool isInList) =>
        (isInList ? InList() : Alone()).IsMatch(text) && !text.Contains(": ", StringComparison.Ordinal) && !text.EndsWith(':')
        && !text.Contains(" #", StringComparison.Ordinal)
            ? text
            : Quoted(text);

    /// <summary>A text between double quotes.</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            if (Escaped.Contains(letter))
            {
                quoted.Append('\\').Append(letter);
            }
            else if (char.IsControl(letter) || letter is '\u2028' or '\u2029' or '\ufeff')
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}");
            }
            else
            {
                quoted.Append(letter);
            }
        }

        return quoted.Append('"').ToString();
    }

    private static string Of(Node value, bool isInList) => value switch
    {
        Scalar { IsPlain: true } plain => Plain(plain.Text, isInList),
        Scalar scalar => Quoted(scalar.Text),
        Sequence list => $"[{string.Join(", ", list.Items.Select(item => Of(item, isInList: true)))}]",
        Mapping block => $"{{{string.Join(", ", block.Entries.Select(entry => Of(entry)))}}}",
        _ => "",
    };

    // What certainly needs no quotes: words, numbers, paths.
    [GeneratedRegex(@"^(?:[A-Za-z0-9£+_/.~]|-[0-9£.])(?:[A-Za-z0-9£%+_/.:>#() -]*[A-Za-z0-9£%+_/.>)-])?\z")]
    private static partial Regex InList();

    [GeneratedRegex(@"^(?:[A-Za-z0-9£+_/.~]|-[0-9£.])(?:[A-Za-z0-9£%+_/.:>#(), -]*[A-Za-z0-9£%+_/.>)-])?\z")]
    private static partial Regex Alone();
}
