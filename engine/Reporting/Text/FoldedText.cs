namespace SystemSim.Reporting;

/// <summary>Sentences in lines that fit a screen.</summary>
internal static class FoldedText
{
    private const string Further = "  ";

    /// <summary>Parts a text into lines.</summary>
    /// <param name="text">The text.</param>
    /// <param name="indent">What stands before the first line; those after it stand further in.</param>
    public static IEnumerable<TextLine> Of(string text, string indent = "")
    {
        var line = indent;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isFirst = line.AsSpan().Trim().IsEmpty;
            if (!isFirst && line.Length + 1 + word.Length > HeadlineText.Width)
            {
                yield return new TextLine(line);
                (line, isFirst) = (indent + Further, true);
            }

            line += isFirst ? word : $" {word}";
        }

        yield return new TextLine(line);
    }
}
