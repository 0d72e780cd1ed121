namespace SystemSim.Reporting;

/// <summary>Every sheet with what it holds.</summary>
internal static class ContentsSheet
{
    /// <summary>The sheet.</summary>
    /// <param name="sheets">The other sheets, in order.</param>
    public static XlsxSheet Make(ImmutableArray<XlsxSheet> sheets) =>
        new()
        {
            Name = "Contents",
            Title = "Contents: the sheets of this workbook",
            Table = "contents",
            Holds = "This list",
            Columns = [new("Sheet"), new("Holds"), new("Title")],
            Rows =
            [
                .. sheets.Select(sheet =>
                    ImmutableArray.Create(SheetCell.Of(sheet.Name, CellStyle.Link), SheetCell.Of(sheet.Holds), SheetCell.Of(sheet.Title))
                ),
            ],
        };
}
