using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What each organisation spends on services, in the prices with which the scenario leads.</summary>
internal static class SpendingSheet
{
    /// <summary>The sheet.</summary>
    public static XlsxSheet Make(SheetSource source) =>
        new()
        {
            Name = "Spending",
            Title = $"Spending on services by organisation, £, {HeadlineText.Pricing(source.Headline)}",
            Lines =
            [
                SheetCell.Of(
                    "Central run. Spending is an organisation's own payments for services and what it puts into pools, less what comes back from them."
                ),
                SheetCell.Of("Rows marked as sums add up the rows above them; all years add up the years, as shown."),
            ],
            Table = "spending",
            Holds = "What each organisation spends on services in each year and over all of them, by option",
            Columns = [new("Option"), new("Organisation"), new("Row"), .. source.YearColumns, new("All years")],
            FrozenColumns = 3,
            Rows = [.. source.Headline.Options.SelectMany(option => Rows(source, option))],
        };

    /// <summary>[spender][year, then all years] pennies that each organisation spends, in the prices of the headline.</summary>
    /// <remarks>Nominal amounts are those of the ledger; real ones are rounded so that those of a year add up to the nearest pennies of
    /// all.</remarks>
    public static long[][] Spent(SheetSource source, OptionHeadline option)
    {
        var spenders = Spenders(source.Headline).Select(row => option.Accounts[row]).ToArray();
        var spent = spenders.Select(_ => new long[source.Years.Length + 1]).ToArray();
        for (var year = 0; year < source.Years.Length; year++)
        {
            var amounts = source.Headline.IsReal
                ? Pennies.Share(
                    Pennies.Of(spenders.Sum(account => account.Spend[year])),
                    [.. spenders.Select(account => account.Spend[year])]
                )
                : [.. spenders.Select(account => PaidIn(source, option, account, year))];
            for (var row = 0; row < spent.Length; row++)
            {
                spent[row][year] = amounts[row];
                spent[row][^1] += amounts[row];
            }
        }

        return spent;
    }

    /// <summary>The organisations that spend on services under any option.</summary>
    public static IEnumerable<int> Spenders(Headline headline) =>
        Enumerable
            .Range(0, headline.Baseline.Accounts.Length)
            .Where(account =>
                headline.Options.Any(option =>
                    option.Accounts[account].Role != AccountRole.Pool && option.Accounts[account].Spend.Any(amount => amount != 0.0)
                )
            );

    private static long PaidIn(SheetSource source, OptionHeadline option, AccountHeadline account, int year) =>
        source.NumberOf(option.Option.Name, account.Name) is { } number
            ? -source.Books[number - 1].Sum(year, line => line is { Flow: AccountFlow.Invests, Measure: not "other_spending" })
            : 0;

    private static IEnumerable<ImmutableArray<SheetCell>> Rows(SheetSource source, OptionHeadline option)
    {
        var spent = Spent(source, option);
        foreach (var (account, pennies) in Spenders(source.Headline).Zip(spent))
        {
            yield return Row(option.Accounts[account].Title, "organisation", pennies, CellStyle.Text, CellStyle.Pounds);
        }

        yield return Row(
            "All together",
            "sum",
            [.. Enumerable.Range(0, source.Years.Length + 1).Select(column => spent.Sum(row => row[column]))],
            CellStyle.Strong,
            CellStyle.StrongPounds
        );

        ImmutableArray<SheetCell> Row(string name, string kind, long[] pennies, CellStyle text, CellStyle number) =>
            [
                SheetCell.Of(option.Title, text),
                SheetCell.Of(name, text),
                SheetCell.Of(kind, text),
                .. pennies.Select(amount => SheetCell.Money(amount) with { Style = number }),
            ];
    }
}
