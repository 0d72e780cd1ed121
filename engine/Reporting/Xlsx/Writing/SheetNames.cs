namespace SystemSim.Reporting;

/// <summary>Gives sheets names that a spreadsheet takes: of at most 31 characters, without its own signs, no two alike.</summary>
internal sealed class SheetNames
{
    private const int MostCharacters = 31;
    private const int LeastWords = 12;
    private const string Forbidden = "[]:*?/\\";

    // A spreadsheet keeps the first for itself; the others are those of the sheets that every workbook may have.
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase)
    {
        "History",
        "Cover",
        "Options",
        "Medium-term plan",
        "Section 75",
        "Plan lines",
        "Choices",
        "Contents",
        "Notes",
        "Spending",
        "Medium-term bridge",
        "Who gains",
        "Appraisal",
        "Local value",
        "Uncertainty",
        "Assumptions",
        "Assurance",
        "Checks",
        "Audit",
        "Ledger",
    };

    /// <summary>A name like the one that is wished.</summary>
    public string Take(string wished)
    {
        var plain = string.Concat(
                PlainText.Of(wished).Select(letter => Forbidden.Contains(letter, StringComparison.Ordinal) ? ' ' : letter)
            )
            .Trim(' ', '\'');
        var name = Cut(plain.Length > 0 ? plain : "Sheet", MostCharacters);
        for (var number = 2; !taken.Add(name); number++)
        {
            var ending = $" ({number})";
            name = Cut(plain, MostCharacters - ending.Length) + ending;
        }

        return name;
    }

    /// <summary>A name as formulas write it.</summary>
    public static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>The first words and an ellipsis where the text is too long; never half of a character that takes two.</summary>
    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        var space = text.LastIndexOf(' ', length - 1);
        var end = space >= LeastWords ? space : length - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd(' ', ',', ';', '-') + "…";
    }
}
