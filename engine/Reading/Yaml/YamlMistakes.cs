namespace SystemSim.Reading;

/// <summary>Says what is wrong with text that is not YAML, in words for those who do not know the parser.</summary>
internal static class YamlMistakes
{
    private static readonly (string Says, string Problem, string Hint)[] Known =
    [
        ("tab", "a tab indents this line", "indent with blanks."),
        ("found invalid mapping", "a colon stands where there can be none", "put a text with a colon in quotes, and line keys up with those of the same block."),
        ("Mapping values are not allowed", "a colon stands where there can be none", "put a text with a colon in quotes, and line keys up with those of the same block."),
        ("could not find expected ':'", "a key has no colon", "write a colon and a blank after the key."),
        ("cannot start any token", "this character cannot start a value", "put the value in quotes."),
        ("did not find expected ',' or", "a bracket is not closed, or not by its like", "look for the missing ] or }, and for a comma that is missing."),
        ("end of stream", "a quote is not closed", "look for the missing quote; a text with an apostrophe stands in double quotes."),
        ("wrong indentation", "a quote is not closed", "look for the missing quote."),
        ("unknown escape", "a backslash in double quotes starts nothing known", "put the text in single quotes."),
        ("Block sequence entries", "a list item stands where there can be none", "start the list on a line of its own, or write it in brackets."),
        ("did not find expected key", "this does not fit the block it stands in", "look for lines that do not line up, a missing colon, and text after a closing quote or bracket."),
    ];

    /// <summary>What is wrong, given what the parser says.</summary>
    /// <param name="message">The parser's message.</param>
    /// <returns>What is wrong, without a full stop, and what to try.</returns>
    public static (string Problem, string Hint) Explain(string message)
    {
        foreach (var (says, problem, hint) in Known)
        {
            if (message.Contains(says, StringComparison.Ordinal))
            {
                return (problem, hint);
            }
        }

        return ("this cannot be read", "look for a missing bracket, quote or colon, for tabs, and for lines that do not line up.");
    }

    /// <summary>The first line whose indentation holds a tab, which the parser does not always point at.</summary>
    /// <param name="text">The whole text.</param>
    /// <returns>Its line and column from 1; null when there is none.</returns>
    public static (int Line, int Column)? IndentingTab(string text)
    {
        var number = 0;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            number++;
            var blanks = line.IndexOfAnyExcept(' ');
            if (blanks >= 0 && line[blanks] == '\t')
            {
                return (number, blanks + 1);
            }
        }

        return null;
    }
}
