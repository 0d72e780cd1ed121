namespace SystemSim.Reporting;

/// <summary>A table on a page: the first column names its rows.</summary>
/// <param name="Caption">What it shows, with unit, years and price base.</param>
/// <param name="Columns">Headings of all columns.</param>
/// <param name="Rows">Cells, as many a row as there are headings.</param>
public sealed record PageTable(string Caption, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<PageCell>> Rows)
{
    /// <summary>Columns, from 0, that a phone does without.</summary>
    public ImmutableArray<int> Minor { get; init; } = [];

    /// <summary>Whether all cells are numbers, of which none stands in the tidy files by itself.</summary>
    public bool IsNumeric { get; init; }

    /// <summary>Whether it is shown only when asked for: for tables of detail of which there are many.</summary>
    public bool IsFolded { get; init; }

    /// <summary>What has to be known to read it; null where nothing has.</summary>
    public string? Note { get; init; }
}
