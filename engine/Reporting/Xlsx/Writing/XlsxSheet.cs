using System.Globalization;

namespace SystemSim.Reporting;

/// <summary>One sheet of a workbook: a title, a few lines, and one table.</summary>
internal sealed record XlsxSheet
{
    /// <summary>Name on its tab, as it is wished; the workbook makes it safe and unique.</summary>
    public required string Name { get; init; }

    /// <summary>Title, in A1.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader should know first: price base, signs; one line a row below the title.</summary>
    public ImmutableArray<SheetCell> Lines { get; init; } = [];

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
    public int HeadingRow => Lines.Length + 2;

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
}
