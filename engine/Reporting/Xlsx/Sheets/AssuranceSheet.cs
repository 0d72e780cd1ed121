namespace SystemSim.Reporting;

/// <summary>What was checked, what was not, limits, and what the run is not for.</summary>
internal static class AssuranceSheet
{
    /// <summary>The sheet.</summary>
    public static XlsxSheet Make(SheetSource source) =>
        new()
        {
            Name = "Assurance",
            Title = "Assurance statement: what was checked, what was not, and what this is not for",
            Lines = [SheetCell.Of("The same as assurance.md beside this workbook.")],
            Table = "assurance",
            Holds = "What was checked and what was not, limits, what the answers are not for, files that went in",
            Columns = [new("Statement number"), new("About"), new("Statement", 120)],
            FrozenColumns = 2,
            Rows =
            [
                .. AssuranceStatement
                    .Of(source.Contents.Run, source.Record, source.Contents.Assumptions)
                    .SelectMany(section => section.Statements.Select(statement => (section.Heading, Statement: statement)))
                    .Select(
                        (row, index) =>
                            ImmutableArray.Create(
                                SheetCell.Of(index + 1.0),
                                SheetCell.Of(row.Heading),
                                SheetCell.Of(row.Statement, CellStyle.Wrapped)
                            )
                    ),
            ],
        };
}
