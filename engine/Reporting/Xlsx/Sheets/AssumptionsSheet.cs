using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Every number of the scenario with its evidence, and how much of the answer rests on weak ones.</summary>
internal static class AssumptionsSheet
{
    /// <summary>The sheet.</summary>
    public static Sheet Make(SheetSource source)
    {
        var log = source.Contents.Assumptions;
        return new Sheet
        {
            Name = "Assumptions",
            Title = "Assumptions log: every number, where it comes from, and what it does to the answer",
            Lines = [.. AssumptionsText.Summary(log).Select(sentence => SheetCell.Of(sentence))],
            Table = "assumptions",
            Holds = "Every number with value, range, unit, source, date, grade, owner and effect; weak ones are flagged",
            Columns =
            [
                .. AssumptionsText.Columns.Select(column => new SheetColumn(column.Heading, column.Width)),
            ],
            FrozenColumns = 1,
            Rows = log.Entries.IsEmpty ? [[.. AssumptionsText.Columns.Select(_ => SheetCell.Of(SheetCell.NotApplicable))]] : [.. log.Entries.Select(Row)],
        };
    }

    private static ImmutableArray<SheetCell> Row(AssumptionEntry entry) =>
    [
        .. AssumptionsText.Columns.Select(column => column.Of(entry) switch
        {
            double number => SheetCell.Of(number),
            string { Length: > 0 } text => SheetCell.Of(text, column.Width > 0 ? CellStyle.Wrapped : CellStyle.Text),
            _ => SheetCell.Of(SheetCell.NotAvailable),
        }),
    ];
}
