using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>One sheet of a workbook: a title, a few lines, and one table.</summary>
internal sealed record XlsxSheet
{
    /// <summary>Name on its tab, as it is wished; the workbook makes it safe and unique.</summary>
    public required string Name { get; init; }

    /// <summary>Title, in A1.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader should know first: price base, signs; a row each below the title, long ones over several.</summary>
    public ImmutableArray<SheetCell> Lines
    {
        get;
        init => field = Told(value);
    } = [];

    /// <summary>What a reader chooses, a row each below the lines.</summary>
    public ImmutableArray<SheetChoice> Choices { get; init; } = [];

    /// <summary>A chart below the table; null for none.</summary>
    public SheetChart? Chart { get; init; }

    /// <summary>What its table is called, in words parted by underscores.</summary>
    public required string Table { get; init; }

    /// <summary>Columns of the table.</summary>
    public required ImmutableArray<SheetColumn> Columns { get; init; }

    /// <summary>Rows of the table, as many cells as there are columns.</summary>
    public required ImmutableArray<ImmutableArray<SheetCell>> Rows { get; init; }

    /// <summary>Columns that stay in sight when a reader goes to the right.</summary>
    public int FrozenColumns { get; init; } = 1;

    /// <summary>What it holds, for the list of contents.</summary>
    public required string Holds { get; init; }

    /// <summary>Row of the headings, from 1.</summary>
    public int HeadingRow => Lines.Length + Choices.Length + 2;

    /// <summary>First row of the table's body, from 1.</summary>
    public int FirstRow => HeadingRow + 1;

    /// <summary>Last row of the table's body.</summary>
    public int LastRow => HeadingRow + Rows.Length;

    /// <summary>Names for columns that formulas speak of: what they are called, and which column they are.</summary>
    public ImmutableArray<(string Name, int Column)> Names { get; init; } = [];

    /// <summary>What formulas on any sheet call a column: its name, or the cells of its body.</summary>
    public string Called(int column)
    {
        foreach (var (name, named) in Names)
        {
            if (named == column)
            {
                return name;
            }
        }

        return BodyOf(column);
    }

    /// <summary>The cells of a column's body.</summary>
    public string BodyOf(int column)
    {
        var letter = SheetXml.Column(column);
        return string.Create(CultureInfo.InvariantCulture, $"{SheetNames.Quoted(Name)}!${letter}${FirstRow}:${letter}${LastRow}");
    }

    /// <summary>Lines as they stand above a table: what is longer than a page is wide goes on in the next row.</summary>
    public static ImmutableArray<SheetCell> Told(IEnumerable<SheetCell> lines) => [.. lines.SelectMany(Folded)];

    // Text above a table runs across its columns: so many characters fit a page.
    private const int LineWidth = 120;

    private static IEnumerable<SheetCell> Folded(SheetCell line) => line.Formula is not null || line.Text is not { } text ? [line]
        : FoldedText.Lines(text, LineWidth).Select(part => line with { Text = part.Trim() });
}
