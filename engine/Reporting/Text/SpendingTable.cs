using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What is spent in a few years and over all of them, by organisation and option.</summary>
internal static class SpendingTable
{
    /// <summary>Said where a difference is not that of the numbers beside it as they are printed.</summary>
    public const string DifferencesAreOwn = "; differences are rounded by themselves";

    private const string Together = "All together";

    /// <summary>The table with its title.</summary>
    public static IEnumerable<TextLine> Write(HeadlineView view, HeadlineDetail detail)
    {
        string[] years = [.. view.Headline.ShownYears.Select(year => $"{view.Headline.Horizon.YearAt(year)} "), $"{view.AllYears} "];
        var isOff = false;
        var table = new TextTable(labels: 1, ["", .. years, .. view.Others.Any() ? ["difference "] : Array.Empty<string>()]);
        var (own, rest) = HeadlineView.Split(
            view.Spenders,
            account => view.Options.Max(option => option.Accounts[account].SpendInAll),
            detail.MostSpenders
        );
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

        var rounding = isOff ? DifferencesAreOwn : "";
        yield return new TextLine(
            $"Spending on services, {view.SpendScale.Symbol} ({HeadlineText.Pricing(view.Headline)}{rounding})",
            isHeading: true
        );
        foreach (var line in table.Write(HeadlineText.Width))
        {
            yield return line;
        }

        void AddGroup(string name, ImmutableArray<int> accounts)
        {
            table.Add([name, .. Enumerable.Repeat("", table.Columns - 1)]);
            var before = Sums(view, view.Headline.Baseline, accounts)[^1].Units;
            foreach (var option in view.Options)
            {
                var sums = Sums(view, option, accounts);
                var (units, amount) = Difference(view, option, accounts);
                isOff |= view.Others.Any() && units != sums[^1].Units - before;
                string[] difference = !view.Others.Any() ? [] : [option.IsBaseline ? "- " : view.SpendScale.Cell(units, amount)];
                table.Add([$"  {option.Title}", .. sums.Select(sum => view.SpendScale.Cell(sum.Units, sum.Amount)), .. difference]);
            }
        }
    }

    /// <summary>By how much some accounts differ from the baseline over all years, and whole units of it, so rounded that the differences
    /// of all accounts add up to theirs.</summary>
    private static (long Units, double Amount) Difference(HeadlineView view, OptionHeadline option, ImmutableArray<int> accounts)
    {
        double[] amounts =
        [
            .. view.Spenders.Select(account => option.Accounts[account].SpendInAll - view.Headline.Baseline.Accounts[account].SpendInAll),
        ];
        var rounded = LargestRemainder.Round(amounts, view.SpendScale.Unit);
        int[] places = [.. accounts.Select(account => view.Spenders.IndexOf(account))];
        return (places.Sum(place => rounded[place]), places.Sum(place => amounts[place]));
    }

    /// <summary>[shown year, then all years together] what some accounts come to, and whole units of it, so rounded that all accounts add
    /// up to their total.</summary>
    private static (long Units, double Amount)[] Sums(HeadlineView view, OptionHeadline option, ImmutableArray<int> accounts) =>
        [
            .. view
                .Headline.ShownYears.Select(year => (int?)year)
                .Append(null)
                .Select(year =>
                {
                    double[] amounts =
                    [
                        .. view.Spenders.Select(account =>
                            year is { } row ? option.Accounts[account].Spend[row] : option.Accounts[account].SpendInAll
                        ),
                    ];
                    var rounded = LargestRemainder.Round(amounts, view.SpendScale.Unit);
                    int[] places = [.. accounts.Select(account => view.Spenders.IndexOf(account))];
                    return (places.Sum(place => rounded[place]), places.Sum(place => amounts[place]));
                }),
        ];
}
