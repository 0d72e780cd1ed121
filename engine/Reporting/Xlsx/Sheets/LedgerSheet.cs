using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Every line of every account: what the audit adds up.</summary>
internal static class LedgerSheet
{
    /// <summary>Column of the account's number.</summary>
    public const int Number = 4;

    /// <summary>Column of the kind of line.</summary>
    public const int Kind = 3;

    /// <summary>Column of the number of the pool with which a line is settled.</summary>
    public const int SettledWith = 5;

    /// <summary>Column of the first year.</summary>
    public const int FirstYear = 6;

    /// <summary>The kinds of line, in the order of the books.</summary>
    public const string Opening = "opening", Closing = "closing";

    /// <summary>The sheet.</summary>
    public static XlsxSheet Make(SheetSource source) =>
        new()
        {
            Name = "Ledger",
            Title = "Ledger: every line of every account, £, nominal",
            Lines =
            [
                SheetCell.Of(
                    "Central run. Money that an account pays is negative and stands in brackets. Every amount is rounded to the penny here, and nowhere else."
                ),
                SheetCell.Of(
                    "Opening position + lines = closing position, which is the next year's opening. Read by the formulas of the audit sheet."
                ),
            ],
            Table = "ledger",
            Holds = "Every line of every account of every option, year by year",
            Columns =
            [
                new("Option"),
                new("Account"),
                new("Line"),
                new("Kind"),
                new("Account number"),
                new("Settled with account number"),
                .. source.YearColumns,
            ],
            FrozenColumns = 3,
            Names = [("Ledger_account", Number), ("Ledger_kind", Kind), ("Ledger_settled", SettledWith)],
            Rows = [.. source.Books.Index().SelectMany(book => Rows(source, book.Item, book.Index + 1))],
        };

    /// <summary>The kind of a line, as the column says it.</summary>
    public static string KindOf(AccountFlow flow) => flow switch
    {
        AccountFlow.Receives => "receives",
        AccountFlow.Invests => "invests",
        AccountFlow.Leaves => "leaves",
        AccountFlow.SetsAside => "sets aside",
    };

    private static IEnumerable<ImmutableArray<SheetCell>> Rows(SheetSource source, PennyBook book, int number)
    {
        yield return Row(Opening, "Opening position", 0, [book.Opening, .. book.Closing.SkipLast(1)]);
        foreach (var line in book.Lines.OrderBy(line => line.Of.Flow))
        {
            var pool = line.Of.Pool.Length > 0 ? source.NumberOf(book.Ledger.Option, line.Of.Pool) ?? 0 : 0;
            yield return Row(KindOf(line.Of.Flow), LineText.Of(line.Of, book.Ledger.IsPool, source.ServiceTitle), pool, line.Pennies);
        }

        yield return Row(Closing, "Closing position", 0, book.Closing);

        ImmutableArray<SheetCell> Row(string kind, string line, int pool, IEnumerable<long> pennies) =>
            [
                SheetCell.Of(source.OptionTitle(book.Ledger.Option)),
                SheetCell.Of(book.Ledger.Title),
                SheetCell.Of(line),
                SheetCell.Of(kind),
                SheetCell.Of(number),
                SheetCell.Of(pool),
                .. pennies.Select(SheetCell.Money),
            ];
    }
}
