namespace SystemSim.Reporting;

/// <summary>The answers as a workbook that can be audited: <c>workbook.xlsx</c>.</summary>
/// <remarks>
/// One table a sheet, marked up as a table, as the Government Analysis Function asks of spreadsheets. Money is rounded to the penny once, so that every
/// table adds up as shown; an audit sheet adds it up again with live formulas, and one master check tells whether everything agrees.
/// </remarks>
public static class WorkbookXlsx
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "workbook.xlsx";

    /// <summary>Writes the workbook.</summary>
    /// <param name="contents">What it is made of.</param>
    /// <param name="to">Receives the bytes; the same for the same contents.</param>
    public static void Write(WorkbookContents contents, Stream to) => XlsxWriter.Write(Make(contents), to);

    private static XlsxBook Make(WorkbookContents contents)
    {
        var source = new SheetSource(contents);
        var ledger = LedgerSheet.Make(source);
        var bridge = BridgeSheet.Make(source);
        var gains = GainsSheet.Make(source);
        var audit = AuditSheet.Make(source, ledger, bridge, gains);
        var checks = ChecksSheet.Make(source, audit);
        ImmutableArray<XlsxSheet> rest =
        [
            SpendingSheet.Make(source),
            .. Some(bridge), .. Some(gains), .. Some(AppraisalSheet.Make(source)), .. Some(LocalValueSheet.Make(source)), .. Some(UncertaintySheet.Make(source)),
            .. AccountSheets.Make(source), .. ServiceSheets.Make(source),
            AssumptionsSheet.Make(source), AssuranceSheet.Make(source), checks, audit, ledger,
        ];
        var notes = NotesSheet.Make(source);
        var cover = CoverSheet.Make(source, checks);
        return new XlsxBook(
            contents.Answers.Scenario.Title,
            [cover, ContentsSheet.Make([cover, notes, .. rest]), notes, .. rest],
            [
                ("Master_check", $"{SheetNames.Quoted(checks.Name)}!$A$2"),
                .. new[] { ledger, bridge, gains, audit }.OfType<XlsxSheet>().SelectMany(sheet => sheet.Names.Select(name => (name.Name, sheet.BodyOf(name.Column)))),
            ]);
    }

    private static IEnumerable<XlsxSheet> Some(XlsxSheet? sheet) => sheet is null ? [] : [sheet];
}
