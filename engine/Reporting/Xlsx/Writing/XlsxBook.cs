namespace SystemSim.Reporting;

/// <summary>A workbook before it is bytes.</summary>
/// <param name="Title">Title among its properties.</param>
/// <param name="Sheets">Sheets in their order, their names safe and unique.</param>
/// <param name="Names">Defined names and the cells that they stand for.</param>
internal sealed record XlsxBook(string Title, ImmutableArray<XlsxSheet> Sheets, ImmutableArray<(string Name, string Cell)> Names);
