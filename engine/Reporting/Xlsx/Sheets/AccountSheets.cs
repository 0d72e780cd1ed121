namespace SystemSim.Reporting;

/// <summary>A sheet for every organisation and every pool: its books under each option, side by side.</summary>
internal static class AccountSheets
{
    /// <summary>The sheets.</summary>
    public static IEnumerable<XlsxSheet> Make(SheetSource source) =>
        source
            .Books.GroupBy(book => (book.Ledger.Name, book.Ledger.IsPool))
            .Select(account => Make(source, account.Key.Name, account.Key.IsPool, [.. account]));

    private static XlsxSheet Make(SheetSource source, string name, bool isPool, ImmutableArray<PennyBook> books)
    {
        var title = books[0].Ledger.Title;
        return new XlsxSheet
        {
            Name = source.Names.Take(isPool ? $"Pool {name}" : title),
            Title = $"{PlainText.Of(isPool ? $"Pool {name}" : title)}: its books under each option, £, nominal",
            Lines =
            [
                SheetCell.Of(
                    "Central run. Opening position + lines = closing position. Money that it pays is negative and stands in brackets."
                ),
                SheetCell.Of("The closing position consists of the reserves, less any deficit (NHS) or unfunded gap (others)."),
            ],
            Table = isPool ? "pool" : "organisation",
            Holds = isPool ? "A pool's books, year by year" : "An organisation's books: income, what it pays for, reserves, deficit",
            Columns = [new("Option"), new("Line"), .. source.YearColumns],
            FrozenColumns = 2,
            Rows = [.. books.SelectMany(book => Rows(source, book))],
        };
    }

    private static IEnumerable<ImmutableArray<SheetCell>> Rows(SheetSource source, PennyBook book)
    {
        yield return Row("Opening position", [book.Opening, .. book.Closing.SkipLast(1)], isSum: true);
        foreach (var line in book.Lines.OrderBy(line => line.Of.Flow))
        {
            yield return Row(LineText.Of(line.Of, book.Ledger.IsPool, source.ServiceTitle), line.Pennies);
        }

        yield return Row("Closing position", book.Closing, isSum: true);
        foreach (var (measure, reserve, pennies) in book.Holds.Where(part => part.Pennies.Any(amount => amount != 0)))
        {
            yield return Row($"of which: {LineText.Of(measure)}{(reserve.Length > 0 ? $", {reserve}" : "")}", pennies);
        }

        ImmutableArray<SheetCell> Row(string line, IEnumerable<long> pennies, bool isSum = false)
        {
            var (text, number) = isSum ? (CellStyle.Strong, CellStyle.StrongPounds) : (CellStyle.Text, CellStyle.Pounds);
            return
            [
                SheetCell.Of(source.OptionTitle(book.Ledger.Option), text),
                SheetCell.Of(line, text),
                .. pennies.Select(amount => SheetCell.Money(amount) with { Style = number }),
            ];
        }
    }
}
