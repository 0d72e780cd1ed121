namespace SystemSim.Reporting;

/// <summary>A table of a report.</summary>
/// <param name="Name">Name of its file of data, without ending.</param>
/// <param name="Sheet">Name of its sheet in the workbook.</param>
/// <param name="Caption">What it shows, with unit and price base.</param>
/// <param name="Columns">Headings, each once.</param>
/// <param name="Rows">Cells, as many a row as there are headings; at least one row.</param>
public sealed record ReportTable(
    string Name,
    string Sheet,
    string Caption,
    ImmutableArray<string> Columns,
    ImmutableArray<ImmutableArray<ReportCell>> Rows
);
