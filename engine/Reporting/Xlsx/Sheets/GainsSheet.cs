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
        var gains = source.Answers.Options.Where(option => option.Id != source.Scenario.Baseline)
            .ToDictionary(option => option.Id.Name, option => AccountGains.Of(source, option));
        ImmutableArray<ImmutableArray<SheetCell>> rows =
        [
            .. from book in source.Books.Index()
               where book.Item.Ledger.Option != source.Scenario.Baseline.Name
               from row in Rows(source, book.Item, book.Index + 1, gains[book.Item.Ledger.Option])
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
                    .. source.Answers.Options.All(option => option.Place.Governance.Succession.IsEmpty)
                        ? []
                        : new[]
                        {
                            SheetCell.Of(
                                "A body that has ended stands at what it had gained until then: from then on its successors are held against their shares of what it would have had."
                            ),
                        },
                ],
                Table = "who_gains",
                Holds = "What each account receives, invests and gains under each option, less the same under the baseline",
                Columns = [new("Option"), new("Account"), new("Line"), new("Account number"), .. source.YearColumns],
                FrozenColumns = 3,
                Names = [("Gains_account", Number), ("Gains_line", Line)],
                Rows = rows,
            };
    }

    private static IEnumerable<ImmutableArray<SheetCell>> Rows(SheetSource source, PennyBook book, int number, AccountGains gains)
    {
        foreach (var line in AccountGains.Lines)
        {
            yield return Row(line, gains[book.Ledger.Name, line]);
        }

        var gained = gains[book.Ledger.Name, Gain];
        yield return Row(GainToDate, [.. gained.Select((_, year) => gained.Take(year + 1).Sum())]);

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
