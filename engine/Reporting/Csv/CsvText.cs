namespace SystemSim.Reporting;

/// <summary>Text as a cell of a CSV file: quoted as RFC 4180 says, and never what a spreadsheet would work out as a formula.</summary>
/// <remarks>
/// A text whose first letter after blanks is <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c> (or one of their full-width forms), a tab or the end of
/// a line, and a text that starts with an apostrophe, has an apostrophe in front of it. So whoever reads text from our files takes one
/// apostrophe away from its start where there is one, and has what was written.
/// </remarks>
public static class CsvText
{
    /// <summary>What stands in front of a text that a spreadsheet would take for a formula.</summary>
    public const char Mark = '\'';

    /// <summary>A text as a cell.</summary>
    /// <param name="text">Any text.</param>
    public static string Cell(string text)
    {
        // Most cells of most rows.
        if (text.Length == 0)
        {
            return text;
        }

        var kept = IsWorkedOut(text) || text[0] == Mark ? $"{Mark}{text}" : text;
        return IsQuoted(kept) ? $"\"{kept.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : kept;
    }

    /// <summary>Whether a spreadsheet may take a text for a formula.</summary>
    private static bool IsWorkedOut(string text)
    {
        var begins = text.AsSpan().TrimStart(' ');
        return !begins.IsEmpty && begins[0] is ('=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\t' or '\r' or '\n');
    }

    // Cells are short: letter by letter is quicker than any search over vectors, which would first have to be compiled.
    private static bool IsQuoted(string text)
    {
        foreach (var letter in text)
        {
            if (letter is ',' or '"' or '\r' or '\n')
            {
                return true;
            }
        }

        return false;
    }
}
