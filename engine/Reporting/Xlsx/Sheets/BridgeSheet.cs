namespace SystemSim.Reporting;

/// <summary>From one year's spending to the next, driver by driver, account by account.</summary>
internal static class BridgeSheet
{
    /// <summary>Column of the account's number.</summary>
    public const int Number = 4;

    /// <summary>Column of the kind of line.</summary>
    public const int Kind = 3;

    /// <summary>Column of the second year, the first that a bridge leads to.</summary>
    public const int SecondYear = 5;

    /// <summary>Kind of the lines that add up.</summary>
    public const string Part = "part";

    private const string Sum = "sum";

    /// <summary>The sheet; null where the scenario has one year only.</summary>
    public static XlsxSheet? Make(SheetSource source)
    {
        ImmutableArray<ImmutableArray<SheetCell>> rows =
        [
            .. source.Books.Index().SelectMany(book => Rows(source, book.Item, book.Index + 1)),
        ];
        return rows.IsEmpty || source.Years.Length == 1
            ? null
            : new XlsxSheet
            {
                Name = "Medium-term bridge",
                Title = "Medium-term bridge: from one year's spending to the next, £, nominal",
                Lines =
                [
                    SheetCell.Of(
                        "Central run. Spending is what an organisation spends on services, own and pooled, and on everything else; of a pool, what it pays and costs."
                    ),
                    SheetCell.Of(
                        "Last year's spending and the drivers add up to this year's. Drivers that lower spending are negative and stand in brackets."
                    ),
                ],
                Table = "bridge",
                Holds = "What moves each account's spending from year to year: inflation, demography, demand, savings and the rest",
                Columns = [new("Option"), new("Account"), new("Driver"), new("Kind"), new("Account number"), .. source.YearColumns.Skip(1)],
                FrozenColumns = 3,
                Names = [("Bridge_account", Number), ("Bridge_kind", Kind)],
                Rows = rows,
            };
    }

    private static IEnumerable<ImmutableArray<SheetCell>> Rows(SheetSource source, PennyBook book, int number)
    {
        var spending = Enumerable.Range(0, source.Years.Length).Select(book.SpendingIn).ToArray();
        if (spending.All(amount => amount == 0))
        {
            yield break;
        }

        yield return Row(Part, "Last year's spending", spending[..^1]);
        foreach (var (measure, pennies) in book.Bridge.Where(driver => driver.Pennies.Any(amount => amount != 0)))
        {
            yield return Row(Part, LineText.Of(measure), pennies[1..]);
        }

        yield return Row(Sum, "This year's spending", spending[1..]);

        ImmutableArray<SheetCell> Row(string kind, string driver, IEnumerable<long> pennies) =>
            [
                SheetCell.Of(source.OptionTitle(book.Ledger.Option)),
                SheetCell.Of(book.Ledger.Title),
                SheetCell.Of(driver),
                SheetCell.Of(kind),
                SheetCell.Of(number),
                .. pennies.Select(SheetCell.Money),
            ];
    }
}
