namespace SystemSim.Reporting;

/// <summary>A table of aligned text: labels to the left, numbers to the right.</summary>
/// <remarks>
/// It is as narrow as its contents and never wider than it is allowed: where it would be, labels are cut and end in an ellipsis.
/// Numbers never are.
/// </remarks>
public sealed class TextTable
{
    private const string Gap = "  ";
    private const int LeastLabel = 8;

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

    /// <summary>Adds a row; as many cells as there are headings.</summary>
    public void Add(params IReadOnlyList<string> cells) => rows.Add([.. cells]);

    /// <summary>Number of columns, the labels among them.</summary>
    public int Columns => rows[0].Length;

    /// <summary>Number of lines, the heading among them.</summary>
    public int Lines => rows.Count;

    /// <summary>The table, line by line, the heading first.</summary>
    /// <param name="width">The most columns of characters.</param>
    public ImmutableArray<TextLine> Write(int width)
    {
        var widths = Widths(width);
        return [.. rows.Select((row, index) => new TextLine(Line(row, widths), isHeading: index == 0))];
    }

    /// <summary>A text cut to a width.</summary>
    public static string Cut(string text, int width) => text.Length <= width ? text : $"{text[..(width - 1)].TrimEnd()}…";

    private int[] Widths(int width)
    {
        var widths = rows[0].Select((_, column) => rows.Max(row => row[column].Length)).ToArray();
        var excess = widths.Sum() + (Gap.Length * (widths.Length - 1)) - width;
        while (excess > 0)
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

    private string Line(string[] row, int[] widths) =>
        string.Join(Gap, row.Select((cell, column) => column < labels ? Cut(cell, widths[column]).PadRight(widths[column]) : cell.PadLeft(widths[column]))).TrimEnd();
}
