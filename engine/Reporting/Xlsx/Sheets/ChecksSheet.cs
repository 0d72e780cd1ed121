using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Every check in one table, and one master check over all.</summary>
internal static class ChecksSheet
{
    private const string Pass = "pass";
    private const string Fail = "FAIL";
    private const string AllPass = "Master check: every check passes";

    /// <summary>Pounds that a line of the ledger may be away from the answer that it rounds.</summary>
    private const double MostRounding = 0.05;

    /// <summary>The sheet.</summary>
    /// <param name="source">What sheets share.</param>
    /// <param name="audit">The audit sheet.</param>
    /// <param name="printed">Printed sheets whose last lines are checks; null for those that there are not.</param>
    public static XlsxSheet Make(SheetSource source, XlsxSheet audit, params XlsxSheet?[] printed)
    {
        var told = XlsxSheet.Told(
        [
            SheetCell.Of("A check passes where what is found is no more than what is allowed."),
            SheetCell.Of(
                "Checks of tables are live formulas over the sheets Audit and those with drop-downs; the others were made in the run."
            ),
        ]);
        // Below the title, the master check, the lines and the headings.
        var firstRow = told.Length + 4;
        (string Check, string Meaning, SheetCell Found, double Allowed)[] checks =
        [
            .. OfTables(source, audit), .. printed.OfType<XlsxSheet>().Select(OfPrinted), .. OfRun(source),
        ];
        var last = firstRow + checks.Length - 1;
        var results = string.Create(CultureInfo.InvariantCulture, $"$E${firstRow}:$E${last}");
        var failed = checks.Count(check => check.Found.Number > check.Allowed);
        var master =
            $"IF(COUNTIF({results},\"{Pass}\")=ROWS({results}),\"{AllPass}\",\"Master check: \"&(ROWS({results})-COUNTIF({results},\"{Pass}\"))&\" of \"&ROWS({results})&\" checks fail\")";
        var says =
            failed == 0 ? AllPass : string.Create(CultureInfo.InvariantCulture, $"Master check: {failed} of {checks.Length} checks fail");
        return new XlsxSheet
        {
            Name = "Checks",
            Title = "Checks: everything that was checked of this run",
            Lines =
            [
                new SheetCell(says, 0.0, CellStyle.Strong, master),
                .. told,
            ],
            Table = "checks",
            Holds = "Invariants of the run, sums of tables, expectations; one master check over all",
            Columns = [new("Check"), new("Meaning", 70), new("Found"), new("Allowed"), new("Result")],
            FrozenColumns = 1,
            Rows = [.. checks.Select((check, row) => Row(check, firstRow + row))],
        };
    }

    private static ImmutableArray<SheetCell> Row((string Check, string Meaning, SheetCell Found, double Allowed) check, int row)
    {
        var number = row.ToString(CultureInfo.InvariantCulture);
        return
        [
            SheetCell.Of(check.Check),
            SheetCell.Of(check.Meaning, CellStyle.Wrapped),
            check.Found,
            SheetCell.Of(check.Allowed, check.Found.Style),
            new SheetCell(
                check.Found.Number > check.Allowed ? Fail : Pass,
                0.0,
                CellStyle.Strong,
                $"IF(C{number}<=D{number},\"{Pass}\",\"{Fail}\")"
            ),
        ];
    }

    /// <summary>That the lines of a printed sheet add up, for whatever is chosen on it.</summary>
    private static (string Check, string Meaning, SheetCell Found, double Allowed) OfPrinted(XlsxSheet sheet)
    {
        int[] rows =
        [
            .. sheet.Rows.Index().Where(row => row.Item[1].Text is YearsSheet.Check or PoolsSheet.Check).Select(row => row.Index),
        ];
        var last = SheetXml.Column(sheet.Columns.Length - 1);
        var cells = rows.Select(row =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{SheetNames.Quoted(sheet.Name)}!$C${sheet.FirstRow + row}:${last}${sheet.FirstRow + row}"
            )
        );
        return (
            $"Table: {sheet.Name}",
            "The lines of what is chosen on the sheet add up in every year: sum of what is left",
            new SheetCell(
                null,
                rows.Sum(row => sheet.Rows[row].Skip(2).Sum(cell => Math.Abs(cell.Number))),
                CellStyle.Whole,
                string.Join('+', cells.Select(range => $"SUMPRODUCT(ABS({range}))"))
            ),
            0.0
        );
    }

    private static IEnumerable<(string Check, string Meaning, SheetCell Found, double Allowed)> OfTables(
        SheetSource source,
        XlsxSheet audit
    )
    {
        var largest = audit.Columns.IndexOf(AuditSheet.LargestColumn);
        foreach (
            var (check, meaning) in new[]
            {
                (
                    AuditSheet.ClosingPosition,
                    "Opening position and every line of an account add up to its closing position in every year: sum of the largest differences, £"
                ),
                (
                    AuditSheet.SettledWithPartners,
                    "What a pool's books say of its partners is what theirs say of the pool: sum of the largest differences, £"
                ),
                (
                    AuditSheet.Bridge,
                    "Last year's spending and the drivers of the bridge add up to this year's: sum of the largest differences, £"
                ),
                (
                    AuditSheet.Gain,
                    "What an account receives, less what it invests and what leaves, is its gain: sum of the largest differences, £"
                ),
                (
                    AuditSheet.GainToDate,
                    "The gain to date is the closing position less that under the baseline: sum of the largest differences, £"
                ),
            }
        )
        {
            var found = audit
                .Rows.Where(row => row[AuditSheet.Check].Text == check && row[AuditSheet.Shows].Text == AuditSheet.Difference)
                .ToArray();
            if (found.Length > 0)
            {
                var formula =
                    $"SUMIFS({audit.Called(largest)},{audit.Called(AuditSheet.Check)},\"{check}\",{audit.Called(AuditSheet.Shows)},\"{AuditSheet.Difference}\")";
                yield return ($"Table: {check}", meaning, SheetCell.Money(formula, found.Sum(row => Pennies.Of(row[largest].Number))), 0.0);
            }
        }

        var rounding = source
            .Books.SelectMany(book => book.Lines)
            .SelectMany(line => line.Pennies.Zip(line.Of.Values, (pennies, value) => Math.Abs(Pennies.Pounds(pennies) - value)))
            .DefaultIfEmpty()
            .Max();
        yield return (
            "Table: rounding",
            "The largest distance between a line of the ledger and the unrounded answer, £",
            SheetCell.Of(Math.Round(rounding, 6), CellStyle.Number),
            MostRounding
        );
    }

    private static IEnumerable<(string Check, string Meaning, SheetCell Found, double Allowed)> OfRun(SheetSource source)
    {
        foreach (var invariant in InvariantCatalogue.All)
        {
            yield return (
                $"Run: {invariant.Name.Replace('_', ' ')}",
                $"{invariant.Meaning}. Steps in which it broke; tolerance: {invariant.Tolerance}",
                SheetCell.Of(0.0, CellStyle.Whole),
                0.0
            );
        }

        var expectations = source.Record.Expectations;
        yield return (
            "Expectations",
            string.Create(
                CultureInfo.InvariantCulture,
                $"What the scenario's author expects: {expectations.Count(result => result.WasHeld):N0} of {expectations.Length:N0} were held in this run. Number not met"
            ),
            SheetCell.Of(expectations.Count(result => result.IsFailed), CellStyle.Whole),
            0.0
        );
    }
}
