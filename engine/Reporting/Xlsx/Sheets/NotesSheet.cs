namespace SystemSim.Reporting;

/// <summary>What a reader must know of the numbers.</summary>
internal static class NotesSheet
{
    /// <summary>The sheet.</summary>
    public static XlsxSheet Make(SheetSource source) =>
        new()
        {
            Name = "Notes",
            Title = "Notes: how to read the tables",
            Table = "notes",
            Holds = "Prices, signs, rounding, marks, where to find more",
            Columns = [new("Note number"), new("About"), new("Note", 110)],
            FrozenColumns = 2,
            Rows =
            [
                .. Notes(source)
                    .Select(
                        (note, row) =>
                            ImmutableArray.Create(
                                SheetCell.Of(row + 1.0),
                                SheetCell.Of(note.About),
                                SheetCell.Of(note.Says, CellStyle.Wrapped)
                            )
                    ),
            ],
        };

    private static IEnumerable<(string About, string Says)> Notes(SheetSource source)
    {
        var prices = source.Scenario.Prices;
        yield return ("Years", "Financial years from April to March, written as 2026/27.");
        yield return ("Prices", "Nominal money is what is paid in the year. Sheets say in their titles whether money is nominal or real.");
        yield return (
            "Real prices",
            prices.Deflator is { } deflator
                ? $"Real money is in {prices.Base} prices, by the scenario's index {deflator}."
                : "The scenario names no deflator: all money is nominal, and present values are too."
        );
        yield return (
            "Signs",
            "In books and bridges, money that an account pays and whatever lowers an amount is negative and stands in brackets. Cells hold plain negative numbers."
        );
        yield return (
            "Rounding",
            "Amounts are rounded to the penny once, in the ledger, so that all tables add up as shown; closing positions are the nearest pennies, and lines are rounded to lead from one to the next."
        );
        yield return (
            "Full precision",
            "Unrounded answers stand in the tidy files beside this workbook, with more measures, real values, and steps and draws where they were asked for."
        );
        yield return (
            "Central run",
            "Unless a sheet says otherwise, every uncertain number has its central value. A central answer is not the mean of what may happen."
        );
        yield return (
            "Options",
            $"All options have the same people, needs and prices. The baseline is: {source.OptionTitle(source.Scenario.Baseline.Name)}."
        );
        yield return (
            "Marks",
            $"{SheetCell.NotAvailable} means not available or not stated; {SheetCell.NotApplicable} means that a value would have no meaning there. No cell of a table is empty."
        );
        yield return (
            "Formulas",
            "The sheets Audit and Checks, and the master check on the cover, are formulas. Everything else is values."
        );
        foreach (var finding in source.Record.Findings)
        {
            yield return ("Found in this run", finding.Sentence);
        }

        if (source.Scenario.Question is { } question)
        {
            yield return ("Question", question);
        }
    }
}
