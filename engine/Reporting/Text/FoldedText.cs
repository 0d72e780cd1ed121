using System.Buffers;

namespace SystemSim.Reporting;

/// <summary>Text in lines that fit a screen. Nothing is left out: who reads half of a sentence may read the other half into it.</summary>
public static class FoldedText
{
    private const string Further = "  ";

    private static readonly SearchValues<char> Joints = SearchValues.Create("._/-,;");

    /// <summary>Parts a text into lines to print.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">What stands before the first line; those after it stand further in.</param>
    /// <param name="isHeading">Whether it heads what follows.</param>
    public static IEnumerable<TextLine> Of(string text, string indent = "", bool isHeading = false) =>
        Lines(indent + text, HeadlineText.Width).Select(line => new TextLine(line, isHeading));

    /// <summary>Parts a text into lines; those after the first stand further in than it.</summary>
    /// <param name="text">The text, with the blanks that it starts with.</param>
    /// <param name="width">The most characters of a line; a word that is wider is parted, after a dot, a dash or the like where it has
    /// one.</param>
    public static ImmutableArray<string> Lines(string text, int width)
    {
        var indent = text[..(text.Length - text.AsSpan().TrimStart(' ').Length)];
        var further = indent.Length + Further.Length < width ? indent + Further : "";
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = indent;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isFirst = line.AsSpan().Trim(' ').IsEmpty;
            if (!isFirst && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                (line, isFirst) = (further, true);
            }

            string[] parts = [.. isFirst ? Parts(word, Math.Max(1, width - line.Length)) : [word]];
            lines.AddRange(parts[..^1].Select(part => line + part));
            line += isFirst ? parts[^1] : $" {parts[^1]}";
        }

        lines.Add(line);
        return lines.ToImmutable();
    }

    /// <summary>The parts of a word, each no wider than allowed.</summary>
    public static IEnumerable<string> Parts(string word, int width)
    {
        while (word.Length > width)
        {
            var joint = word.AsSpan(0, width).LastIndexOfAny(Joints) + 1;
            var end = joint > width / 2 ? joint : char.IsHighSurrogate(word[width - 1]) && width > 1 ? width - 1 : width;
            yield return word[..end];
            word = word[end..];
        }

        yield return word;
    }
}
