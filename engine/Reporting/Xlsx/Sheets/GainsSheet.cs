using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Who invests and who gains, account by account, against the baseline.</summary>
internal static class GainsSheet
{
    /// <summary>Column of the account's number.</summary>
    public const int Number = 3;

    /// <summary>Column of the line.</summary>
    public const int Line = 2;

    /// <summary>Column of the first year.</summary>
    public const int FirstYear = 4;

    /// <summary>The lines.</summary>
    public const string Receives = "receives", Invests = "invests", Leaves = "leaves", Gain = "gain", GainToDate = "gain to date";

    /// <summary>The sheet; null where there is nothing beside the baseline.</summary>
    public static XlsxSheet? Make(SheetSource source)
    {
        var baseline = source
            .Books.Where(book => book.Ledger.Option == source.Scenario.Baseline.Name)
            .ToDictionary(book => book.Ledger.Name);
        ImmutableArray<ImmutableArray<SheetCell>> rows =
        [
            .. from book in source.Books.Index()
               where book.Item.Ledger.Option != source.Scenario.Baseline.Name
               from row in Rows(source, book.Item, book.Index + 1, baseline.GetValueOrDefault(book.Item.Ledger.Name))
               select row,
        ];
        return rows.IsEmpty
            ? null
            : new XlsxSheet
            {
                Name = "Who gains",
                Title = "Who invests and who gains against the baseline, £, nominal",
                Lines =
                [
                    SheetCell.Of(
                        $"Central run. The baseline is: {source.OptionTitle(source.Scenario.Baseline.Name)}. Receives less invests less leaves is the gain of the year; a loss is negative and stands in brackets."
                    ),
                    SheetCell.Of(
                        "The gain to date is how much more, or less, an account has at the end of the year than under the baseline, what lies in a pool's risk reserve counting where it came from. An account that the baseline does not have is held against nothing."
                    ),
                ],
                Table = "who_gains",
                Holds = "What each account receives, invests and gains under each option, less the same under the baseline",
                Columns = [new("Option"), new("Account"), new("Line"), new("Account number"), .. source.YearColumns],
                FrozenColumns = 3,
                Names = [("Gains_account", Number), ("Gains_line", Line)],
                Rows = rows,
            };
    }

    private static IEnumerable<ImmutableArray<SheetCell>> Rows(SheetSource source, PennyBook book, int number, PennyBook? before)
    {
        var years = Enumerable.Range(0, source.Years.Length).ToArray();
        long[] receives = [.. years.Select(year => Change(AccountFlow.Receives, year))];
        long[] invests = [.. years.Select(year => -Change(AccountFlow.Invests, year))];
        long[] leaves = [.. years.Select(year => -Change(AccountFlow.Leaves, year))];
        long[] toDate =
        [
            .. years.Select(year =>
                book.Closing[year] - (before?.Closing[year] ?? 0) - years.Take(year + 1).Sum(set => Change(AccountFlow.SetsAside, set))
            ),
        ];
        yield return Row(Receives, receives);
        yield return Row(Invests, invests);
        yield return Row(Leaves, leaves);
        yield return Row(Gain, [.. years.Select(year => toDate[year] - (year == 0 ? 0 : toDate[year - 1]))]);
        yield return Row(GainToDate, toDate);

        long Change(AccountFlow flow, int year) =>
            book.Sum(year, line => line.Flow == flow) - (before?.Sum(year, line => line.Flow == flow) ?? 0);

        ImmutableArray<SheetCell> Row(string line, long[] pennies) =>
            [
                SheetCell.Of(source.OptionTitle(book.Ledger.Option)),
                SheetCell.Of(book.Ledger.Title),
                SheetCell.Of(line),
                SheetCell.Of(number),
                .. pennies.Select(SheetCell.Money),
            ];
    }
}
