using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Every number of the scenario with its evidence, and how much of the answer rests on weak ones.</summary>
internal static class AssumptionsSheet
{
    /// <summary>The sheet.</summary>
    public static XlsxSheet Make(SheetSource source)
    {
        var log = source.Contents.Assumptions;
        AssumptionColumn[] columns = [.. AssumptionsText.Columns.Where(column => !column.IsEffect || log.WeakShare is not null)];
        return new XlsxSheet
        {
            Name = "Assumptions",
            Title = "Assumptions log: every number, where it comes from, and what it does to the answer",
            Lines = [.. AssumptionsText.Summary(log).Select(sentence => SheetCell.Of(sentence))],
            Table = "assumptions",
            Holds = "Every number with value, range, unit, source, date, grade, owner and effect; weak ones are flagged",
            Columns = [.. columns.Select(column => new SheetColumn(column.Heading, column.Width))],
            FrozenColumns = 1,
            Rows = log.Entries.IsEmpty
                ?
                [
                    [.. columns.Select(_ => SheetCell.Of(SheetCell.NotApplicable))],
                ]
                : [.. log.Entries.Select(entry => Row(entry, columns))],
        };
    }

    private static ImmutableArray<SheetCell> Row(AssumptionEntry entry, AssumptionColumn[] columns) =>
        [
            .. columns.Select(column =>
                column.Of(entry) switch
                {
                    double number => SheetCell.Of(
                        number,
                        Math.Abs(number) >= 1_000.0 && double.IsInteger(number) && column.Name != "date"
                            ? CellStyle.Whole
                            : CellStyle.Number
                    ),
                    string { Length: > 0 } text => SheetCell.Of(text, column.Width > 0 ? CellStyle.Wrapped : CellStyle.Text),
                    _ => SheetCell.Of(SheetCell.NotAvailable),
                }
            ),
        ];
}
