using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What is spent in a few years and over all of them, by organisation and option.</summary>
internal static class SpendingTable
{
    private const string Together = "All together";

    /// <summary>The table with its title.</summary>
    public static IEnumerable<TextLine> Write(HeadlineView view, HeadlineDetail detail)
    {
        yield return new TextLine($"Spending on services, {view.SpendScale.Symbol} ({HeadlineText.Pricing(view.Headline)})", isHeading: true);

        string[] years = [.. view.Headline.ShownYears.Select(year => $"{view.Headline.Horizon.YearAt(year)} "), $"{view.AllYears} "];
        var table = new TextTable(labels: 1, ["", .. years, .. view.Others.Any() ? ["difference "] : Array.Empty<string>()]);
        var (own, rest) = HeadlineView.Split(view.Spenders, account => view.Options.Max(option => option.Accounts[account].SpendInAll), detail.MostSpenders);
        if (view.Spenders.Length != 1)
        {
            AddGroup(Together, view.Spenders);
        }

        foreach (var account in own)
        {
            AddGroup(view.Headline.Baseline.Accounts[account].Title, [account]);
        }

        if (!rest.IsEmpty && !own.IsEmpty)
        {
            AddGroup($"{rest.Length} others", rest);
        }

        foreach (var line in table.Write(HeadlineText.Width))
        {
            yield return line;
        }

        void AddGroup(string name, ImmutableArray<int> accounts)
        {
            table.Add([name, .. Enumerable.Repeat("", table.Columns - 1)]);
            var before = Units(view, view.Headline.Baseline, accounts);
            foreach (var option in view.Options)
            {
                var units = Units(view, option, accounts);
                string[] difference = !view.Others.Any() ? [] : [option.IsBaseline ? "- " : view.SpendScale.Cell(units[^1] - before[^1])];
                table.Add([$"  {option.Title}", .. units.Select(view.SpendScale.Cell), .. difference]);
            }
        }
    }

    /// <summary>[shown year, then all years together] whole units that some accounts come to, so rounded that all accounts add up to their total.</summary>
    private static long[] Units(HeadlineView view, OptionHeadline option, ImmutableArray<int> accounts) =>
    [
        .. view.Headline.ShownYears.Select(year => (int?)year).Append(null).Select(year =>
        {
            var rounded = Rounded(view, option, year);
            return accounts.Sum(account => rounded[view.Spenders.IndexOf(account)]);
        }),
    ];

    /// <summary>[account that spends] whole units of a year; of all years together where it is null.</summary>
    private static ImmutableArray<long> Rounded(HeadlineView view, OptionHeadline option, int? year)
    {
        var parts = view.Spenders.Select(account => option.Accounts[account]);
        return LargestRemainder.Round([.. parts.Select(account => year is { } row ? account.Spend[row] : account.SpendInAll)], view.SpendScale.Unit);
    }
}
