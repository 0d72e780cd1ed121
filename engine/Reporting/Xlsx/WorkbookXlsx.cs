namespace SystemSim.Reporting;

/// <summary>The answers as a workbook that can be audited: <c>workbook.xlsx</c>.</summary>
/// <remarks>
/// One table a sheet, marked up as a table, as the Government Analysis Function asks of spreadsheets. Money is rounded to the penny once,
/// so that every table adds up as shown; an audit sheet adds it up again with live formulas, and one master check tells whether everything
/// agrees.
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
        var local = LocalValueSheet.Make(source) is { } value ? Warned(source, value) : null;
        var ledger = LedgerSheet.Make(source);
        var bridge = BridgeSheet.Make(source) is { } steps ? Warned(source, steps) : null;
        var gains = GainsSheet.Make(source) is { } won ? Warned(source, won) : null;
        var audit = AuditSheet.Make(source, ledger, bridge, gains);
        var lines = PlanLinesSheet.Make(source) is { } all ? Warned(source, all) : null;
        var plan = lines is null ? null : YearsSheet.Make(source, lines);
        var pools = lines is null ? null : PoolsSheet.Make(source, lines);
        var checks = ChecksSheet.Make(source, audit, plan, pools);
        ImmutableArray<XlsxSheet> rest =
        [
            Warned(source, SpendingSheet.Make(source)),
            .. Some(bridge), .. Some(gains), .. Some(AppraisalSheet.Make(source)), .. Some(local), .. Some(UncertaintySheet.Make(source)),
            .. Some(RangeSheet.Make(source)),
            .. AccountSheets.Make(source).Concat(ServiceSheets.Make(source)).Select(sheet => Warned(source, sheet)),
            AssumptionsSheet.Make(source), AssuranceSheet.Make(source), checks, audit, ledger,
            .. Some(lines), .. lines is null ? [] : Some(ChoicesSheet.Make(source)),
        ];
        ImmutableArray<XlsxSheet> printed = [.. Some(OptionsSheet.Make(source)), .. Some(plan), .. Some(pools)];
        var notes = NotesSheet.Make(source);
        var cover = CoverSheet.Make(source, checks);
        return new XlsxBook(
            contents.Answers.Scenario.Title,
            [cover, .. printed, ContentsSheet.Make([cover, .. printed, notes, .. rest]), notes, .. rest],
            [
                ("Master_check", $"{SheetNames.Quoted(checks.Name)}!$A$2"),
                .. new[] { ledger, bridge, gains, audit, lines }
                    .OfType<XlsxSheet>()
                    .SelectMany(sheet => sheet.Names.Select(name => (name.Name, sheet.BodyOf(name.Column)))),
                .. lines is null ? [] : ChoicesSheet.Names(source),
            ]
        );
    }

    /// <summary>A sheet of years that says which of them are no forecast.</summary>
    private static XlsxSheet Warned(SheetSource source, XlsxSheet sheet) =>
        sheet with { Lines = [.. sheet.Lines, .. source.Warnings] };

    private static IEnumerable<XlsxSheet> Some(XlsxSheet? sheet) => sheet is null ? [] : [sheet];
}
