namespace SystemSim.Reporting;

/// <summary>What a question about scenarios came to, apart from a run: the same tables as a page, a workbook and files of data.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="Lines">What has to be known to read it: measure, prices, draws.</param>
/// <param name="Tables">Its tables, the first of them first.</param>
/// <param name="Pictures">Charts, above the tables.</param>
public sealed record Report(
    string Title, ImmutableArray<string> Lines, ImmutableArray<ReportTable> Tables, ImmutableArray<Picture> Pictures)
{
    /// <summary>Name of the page.</summary>
    public const string PageName = "summary.html";

    /// <summary>Its tables as a page shows them.</summary>
    public IEnumerable<PageTable> PageTables => Tables.Select(table => new PageTable(
        Harmless.Text(table.Caption),
        [.. table.Columns.Select(Harmless.Text)],
        [
            .. table.Rows.Select(row => row.Select(cell => new PageCell(
                Harmless.Text(cell.Shown),
                cell.Number is { } number ? new Cited(number, "") : null)).ToImmutableArray()),
        ]));

    /// <summary>Its files.</summary>
    internal IEnumerable<(string Name, Action<Stream> Write)> Files()
    {
        yield return (PageName, stream => stream.Write(Rendering.Report(this)));
        yield return (WorkbookXlsx.FileName, stream => XlsxWriter.Write(Book(), stream));
        foreach (var picture in Pictures)
        {
            yield return ($"charts/{picture.Name}.svg", stream => stream.Write(Rendering.Svg(picture)));
        }

        foreach (var table in Tables)
        {
            yield return ($"{table.Name}.csv", stream => stream.Write(Rendering.Bytes(Csv(table))));
        }
    }

    private XlsxBook Book()
    {
        var names = new SheetNames();
        return new XlsxBook(Title, [.. Tables.Select(table => Sheet(names, table))], []);
    }

    private XlsxSheet Sheet(SheetNames names, ReportTable table) => new()
    {
        Name = names.Take(table.Sheet),
        Title = PlainText.Of(table.Caption),
        Lines = [SheetCell.Of(Title), .. Lines.Where(line => line.Length > 0).Select(line => SheetCell.Of(line))],
        Table = "report",
        Holds = table.Caption,
        Columns = [.. table.Columns.Select(column => new SheetColumn(column, 60))],
        Rows =
        [
            .. table.Rows.Select(row => row.Select(cell => cell.Number is { } number
                ? SheetCell.Of(number)
                : SheetCell.Of(cell.Text ?? "", CellStyle.Wrapped)).ToImmutableArray()),
        ],
    };

    private static string Csv(ReportTable table) =>
        string.Join(
            '\n',
            table.Rows.Select(row => string.Join(',', row.Select(Data))).Prepend(string.Join(',', table.Columns.Select(CsvText.Cell)))
        );

    private static string Data(ReportCell cell) => cell.Number is null ? CsvText.Cell(cell.InFull) : cell.InFull;
}
