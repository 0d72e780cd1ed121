namespace SystemSim.Reporting;

/// <summary>The options side by side as text, an option a column.</summary>
public static class OptionsText
{
    private const int MostOptions = 4;
    private const int LabelWidth = 27;
    private const int Gap = 2;

    /// <summary>Writes the table; where there are more options than a screen is wide, in several parts.</summary>
    public static ImmutableArray<TextLine> Write(OptionsTable table)
    {
        var rows = OptionsRows.Of(table).ToArray();
        var parts = Enumerable.Range(0, table.Lines.Length).Chunk(MostOptions);
        return
        [
            .. parts.SelectMany(part => Part(table, rows, part).Append(TextLine.Empty)),
            .. FoldedText.Of(table.Note + OptionsRows.Grades(table)),
        ];
    }

    private static ImmutableArray<TextLine> Part(OptionsTable table, (string Name, ImmutableArray<Prose> Cells)[] rows, int[] options)
    {
        var width = ((HeadlineText.Width - LabelWidth) / options.Length) - Gap;
        string[][] names = [.. options.Select(option => Folded(OptionsRows.NameOf(table.Lines[option]), width))];
        var text = new TextTable(labels: 1, Line($"Options, {table.Pricing}", names, 0));
        foreach (var line in Enumerable.Range(1, names.Max(name => name.Length) - 1))
        {
            text.Add(Line("", names, line));
        }

        foreach (var (name, cells) in rows)
        {
            string[][] folded = [.. options.Select(option => Folded(cells[option].ToString(), width))];
            foreach (var line in Enumerable.Range(0, folded.Max(cell => cell.Length)))
            {
                text.Add(Line(line == 0 ? name : "", folded, line));
            }
        }

        return text.Write(HeadlineText.Width);
    }

    private static string[] Line(string label, string[][] cells, int line) =>
        [label, .. cells.Select(cell => line < cell.Length ? cell[line] : "")];

    private static string[] Folded(string text, int width) => [.. FoldedText.Lines(text, width).Select(line => line.Trim())];
}
