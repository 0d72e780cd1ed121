namespace SystemSim.Reporting;

/// <summary>How wide text is in Arial and the fonts made to its measure.</summary>
/// <remarks><b>Source.</b> Widths of the Helvetica family, in thousandths of the size, as every PDF reader knows them.</remarks>
public static class LetterWidths
{
    private const char First = ' ';
    private const double OtherLetter = 600.0;
    private const double WideLetter = 1_000.0;
    private const double Bold = 1.07;

    private static readonly ImmutableArray<short> Widths =
    [
        278,
        278,
        355,
        556,
        556,
        889,
        667,
        191,
        333,
        333,
        389,
        584,
        278,
        333,
        278,
        278,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        556,
        278,
        278,
        584,
        584,
        584,
        556,
        1015,
        667,
        667,
        722,
        722,
        667,
        611,
        778,
        722,
        278,
        500,
        667,
        556,
        833,
        722,
        778,
        667,
        778,
        722,
        667,
        611,
        722,
        667,
        944,
        667,
        667,
        611,
        278,
        278,
        278,
        469,
        556,
        333,
        556,
        556,
        500,
        556,
        556,
        278,
        556,
        556,
        222,
        222,
        500,
        222,
        833,
        556,
        556,
        556,
        556,
        333,
        500,
        278,
        556,
        500,
        722,
        500,
        500,
        500,
        334,
        260,
        334,
        584,
    ];

    /// <summary>Width of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="size">Size of its letters.</param>
    /// <param name="isBold">Whether it is bold.</param>
    /// <returns>The width in the unit of the size; letters of other scripts as wide as they may be.</returns>
    public static double Of(string text, double size, bool isBold = false) =>
        text.Sum(letter => Of(letter)) * size / 1_000.0 * (isBold ? Bold : 1.0);

    /// <summary>Parts a text into lines that are no wider than allowed; a word that alone is wider goes on in the next.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The widest line.</param>
    /// <param name="size">Size of its letters.</param>
    /// <param name="isBold">Whether it is bold.</param>
    /// <param name="mostLines">The most lines; what does not fit ends in an ellipsis.</param>
    public static ImmutableArray<string> Lines(string text, double width, double size, bool isBold = false, int mostLines = int.MaxValue)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Parts(word, width, size, isBold)))
        {
            var longer = lines[^1].Length == 0 ? word : $"{lines[^1]} {word}";
            if (lines[^1].Length == 0 || Of(longer, size, isBold) <= width)
            {
                lines[^1] = longer;
            }
            else
            {
                lines.Add(word);
            }
        }

        if (lines.Count > mostLines)
        {
            lines = [.. lines[..(mostLines - 1)], $"{lines[mostLines - 1]} …"];
        }

        return [.. lines.Select(line => Cut(line, width, size, isBold))];
    }

    /// <summary>Parts names into a few lines each, and into more where two that differ would look the same.</summary>
    /// <param name="names">The names that stand in one chart.</param>
    /// <param name="width">The widest line.</param>
    /// <param name="mostLines">The most lines of a name that nothing else looks like.</param>
    /// <param name="isBold">Whether they are bold.</param>
    public static ImmutableArray<ImmutableArray<string>> Names(IEnumerable<string> names, double width, int mostLines, bool isBold = false)
    {
        var told = names.Select(name => (Name: name, Lines: Lines(name, width, Picture.SmallSize, isBold, mostLines))).ToArray();
        var alike = told.GroupBy(name => string.Join('\n', name.Lines))
            .Where(same => same.Select(name => name.Name).Distinct().Skip(1).Any())
            .SelectMany(same => same)
            .Select(name => name.Name)
            .ToHashSet();
        return [.. told.Select(name => alike.Contains(name.Name) ? Lines(name.Name, width, Picture.SmallSize, isBold) : name.Lines)];
    }

    private static string Cut(string text, double width, double size, bool isBold)
    {
        if (Of(text, size, isBold) <= width)
        {
            return text;
        }

        var kept = text.Length;
        while (kept > 0 && (char.IsLowSurrogate(text, Math.Min(kept, text.Length - 1)) || Of($"{text[..kept]}…", size, isBold) > width))
        {
            kept--;
        }

        return $"{text[..kept].TrimEnd()}…";
    }

    /// <summary>The parts of a word, none wider than allowed.</summary>
    private static IEnumerable<string> Parts(string word, double width, double size, bool isBold)
    {
        while (Of(word, size, isBold) > width)
        {
            var end = word.Length - 1;
            while (end > 1 && (char.IsLowSurrogate(word, end) || Of(word[..end], size, isBold) > width))
            {
                end--;
            }

            if (end < 1)
            {
                break;
            }

            yield return word[..end];
            word = word[end..];
        }

        yield return word;
    }

    private static double Of(char letter) =>
        letter switch
        {
            >= First and <= '~' => Widths[letter - First],
            '£' or '–' => 556.0,
            '…' => 1_000.0,
            '’' or '‘' => 222.0,
            _ when char.GetUnicodeCategory(letter)
                    is System.Globalization.UnicodeCategory.Format
                        or System.Globalization.UnicodeCategory.NonSpacingMark => 0.0,
            >= '\u1100' => WideLetter,
            _ => OtherLetter,
        };
}
