namespace SystemSim.Reporting;

/// <summary>A table of aligned text: labels to the left, numbers to the right.</summary>
/// <remarks>
/// It is as narrow as its contents and never wider than it is allowed, as far as its numbers leave room: a label that is too long is cut,
/// and ends in an ellipsis. Numbers and headings never are, nor what a label must not lose; and where two labels that differ would look the
/// same, both go on in further lines. A label with nothing beside it runs across.
/// </remarks>
public sealed class TextTable
{
    private const string Gap = "  ";
    private const int LeastLabel = 8;
    private const int LeastTitle = 4;
    private const char Seam = '\u001f';

    private readonly int labels;
    private readonly List<string[]> rows = [];

    /// <summary>Starts a table.</summary>
    /// <param name="labels">How many of the first columns are labels.</param>
    /// <param name="header">Headings of all columns.</param>
    public TextTable(int labels, params IReadOnlyList<string> header)
    {
        this.labels = labels;
        rows.Add([.. header]);
    }

    /// <summary>A label of which the end is kept where the title has to be cut.</summary>
    /// <param name="title">What may be cut.</param>
    /// <param name="end">What may not.</param>
    public static string Label(string title, string end) => end.Length == 0 ? title : $"{title}{Seam}{end}";

    /// <summary>Adds a row; as many cells as there are headings.</summary>
    public void Add(params IReadOnlyList<string> cells) =>
        rows.Add([.. cells.Select(cell => string.Join(Seam, cell.Split(Seam).Select(Harmless.Text)))]);

    /// <summary>Number of columns, the labels among them.</summary>
    public int Columns => rows[0].Length;

    /// <summary>The table, line by line, the heading first.</summary>
    /// <param name="width">The most columns of characters.</param>
    public ImmutableArray<TextLine> Write(int width)
    {
        var widths = Widths(width);
        var alike = Enumerable.Range(0, labels).Select(column => Alike(column, widths[column])).ToArray();
        return
        [
            .. rows.Index()
                .SelectMany(row =>
                    Lines(row.Item, widths, width, (cell, column) => row.Index == 0 || alike[column].Contains(cell))
                        .Select(line => new TextLine(line, isHeading: row.Index == 0))
                ),
        ];
    }

    private static bool RunsAcross(string[] row) => row.Skip(1).All(cell => cell.Length == 0);

    private static string Whole(string cell) => cell.Replace($"{Seam}", "", StringComparison.Ordinal);

    /// <summary>The labels of a column that another, which differs, would look like.</summary>
    private HashSet<string> Alike(int column, int width) =>
        [
            .. rows.Where(row => !RunsAcross(row))
                .Select(row => row[column])
                .Distinct()
                .GroupBy(cell => Cut(cell, width))
                .Where(same => same.Skip(1).Any())
                .SelectMany(same => same),
        ];

    /// <summary>A label cut to a width.</summary>
    private static string Cut(string label, int width)
    {
        if (Whole(label).Length <= width)
        {
            return Whole(label);
        }

        var seam = label.IndexOf(Seam);
        var (title, end) = seam < 0 ? (label, "") : (label[..seam], label[(seam + 1)..]);
        var left = Math.Max(Math.Min(LeastTitle, width), width - end.Length) - 1;
        var kept = char.IsHighSurrogate(title[Math.Max(0, Math.Min(left, title.Length) - 1)]) ? left - 1 : left;
        return $"{title[..Math.Min(kept, title.Length)].TrimEnd()}…{end}";
    }

    private int[] Widths(int width)
    {
        string[][] aligned = [.. rows.Where(row => !RunsAcross(row)).DefaultIfEmpty(rows[0])];
        var widths = rows[0].Select((_, column) => aligned.Max(row => Whole(row[column]).Length)).ToArray();
        var excess = widths.Sum() + (Gap.Length * (widths.Length - 1)) - width;
        while (excess > 0 && labels > 0)
        {
            var widest = Enumerable.Range(0, labels).MaxBy(column => widths[column]);
            if (widths[widest] <= LeastLabel)
            {
                break;
            }

            widths[widest]--;
            excess--;
        }

        return widths;
    }

    /// <summary>The lines of a row: numbers stand in the first.</summary>
    private IEnumerable<string> Lines(string[] row, int[] widths, int width, Func<string, int, bool> folds)
    {
        if (RunsAcross(row))
        {
            return FoldedText.Lines(Whole(row[0]), width).Select(line => line.TrimEnd());
        }

        var cells = row.Select(
                (cell, column) =>
                    column >= labels ? [cell]
                    : folds(cell, column) ? FoldedText.Lines(Whole(cell), widths[column])
                    : [Cut(cell, widths[column])]
            )
            .ToArray();
        return Enumerable
            .Range(0, cells.Max(cell => cell.Length))
            .Select(line =>
                string.Join(
                        Gap,
                        cells.Select(
                            (cell, column) =>
                            {
                                var text = line < cell.Length ? cell[line] : "";
                                return column < labels ? text.PadRight(widths[column]) : text.PadLeft(widths[column]);
                            }
                        )
                    )
                    .TrimEnd()
            );
    }
}
