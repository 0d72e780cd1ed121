using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What each organisation spends on services, in the prices with which the scenario leads.</summary>
internal static class SpendingSheet
{
    /// <summary>The sheet.</summary>
    public static Sheet Make(SheetSource source) => new()
    {
        Name = "Spending",
        Title = $"Spending on services by organisation, £, {HeadlineText.Pricing(source.Headline)}",
        Lines =
        [
            SheetCell.Of("Central run. Spending is an organisation's own payments for services and what it puts into pools, less what comes back from them."),
            SheetCell.Of("Rows marked as sums add up the rows above them; all years add up the years. Every amount is rounded to the penny before it is added."),
        ],
        Table = "spending",
        Holds = "What each organisation spends on services in each year and over all of them, by option",
        Columns = [new("Option"), new("Organisation"), new("Row"), .. source.YearColumns, new("All years")],
        FrozenColumns = 3,
        Rows = [.. source.Headline.Options.SelectMany(option => Rows(source, option))],
    };

    /// <summary>[year, then all years] pennies that an account spends, in the prices of the headline.</summary>
    public static long[] Spent(SheetSource source, OptionHeadline option, AccountHeadline account)
    {
        var isReal = source.Headline.IsReal;
        var book = isReal ? null : source.Books.FirstOrDefault(book => book.Ledger.Option == option.Option.Name && book.Ledger.Name == account.Name);
        long[] years =
        [
            .. Enumerable.Range(0, source.Years.Length).Select(year => book is null
                ? Pennies.Of(account.Spend[year])
                : -book.Sum(year, line => line is { Flow: AccountFlow.Invests, Measure: not "other_spending" })),
        ];
        return [.. years, years.Sum()];
    }

    /// <summary>The organisations that spend on services under any option.</summary>
    public static IEnumerable<int> Spenders(Headline headline) => Enumerable.Range(0, headline.Baseline.Accounts.Length).Where(account =>
        headline.Options.Any(option => option.Accounts[account].Role != AccountRole.Pool && option.Accounts[account].Spend.Any(amount => amount != 0.0)));

    private static IEnumerable<ImmutableArray<SheetCell>> Rows(SheetSource source, OptionHeadline option)
    {
        var all = new long[source.Years.Length + 1];
        foreach (var account in Spenders(source.Headline).Select(row => option.Accounts[row]))
        {
            var spent = Spent(source, option, account);
            for (var column = 0; column < all.Length; column++)
            {
                all[column] += spent[column];
            }

            yield return Row(account.Title, "organisation", spent, CellStyle.Text, CellStyle.Pounds);
        }

        yield return Row("All together", "sum", all, CellStyle.Strong, CellStyle.StrongPounds);

        ImmutableArray<SheetCell> Row(string name, string kind, long[] pennies, CellStyle text, CellStyle number) =>
            [SheetCell.Of(option.Title, text), SheetCell.Of(name, text), SheetCell.Of(kind, text), .. pennies.Select(amount => SheetCell.Money(amount) with { Style = number })];
    }
}
