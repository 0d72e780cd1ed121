using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>What is spent in a few years and over all of them, under each option.</summary>
internal static class SpendingTable
{
    private const string Together = "all together";

    /// <summary>The table with its title.</summary>
    public static IEnumerable<TextLine> Write(HeadlineView view, HeadlineDetail detail)
    {
        var byOrganisation = detail.OrganisationsByYear;
        var what = byOrganisation ? "What each organisation spends on services" : "What the organisations spend on services";
        yield return new TextLine($"{what}, {view.SpendScale.Symbol} ({HeadlineText.Pricing(view.Headline)})", isHeading: true);

        string[] years = [.. view.Headline.ShownYears.Select(year => view.Headline.Horizon.YearAt(year).ToString()), view.AllYears];
        var table = new TextTable(labels: 2, ["", "", .. years.Select(year => $"{year} ")]);
        var baseline = Sums(view, view.Headline.Baseline);
        foreach (var option in view.Options)
        {
            var label = option.Title;
            foreach (var account in byOrganisation ? view.Spenders : [])
            {
                AddRow(view.Headline.Baseline.Accounts[account].Title, [.. Columns(view).Select(column => Rounded(view, option, column)[view.Spenders.IndexOf(account)])]);
            }

            var sums = Sums(view, option);
            if (!byOrganisation || view.Spenders.Length != 1)
            {
                AddRow(Together, sums);
            }

            if (!option.IsBaseline)
            {
                AddRow("against the baseline", [.. sums.Zip(baseline, (sum, before) => sum - before)]);
            }

            void AddRow(string name, long[] units)
            {
                table.Add([label, name, .. units.Select(view.SpendScale.Cell)]);
                label = "";
            }
        }

        foreach (var line in table.Write(HeadlineText.Width))
        {
            yield return line;
        }
    }

    /// <summary>[account that spends] what an option comes to over all years, so rounded that it adds up to its total.</summary>
    public static ImmutableArray<long> OverAllYears(HeadlineView view, OptionHeadline option) => Rounded(view, option, null);

    private static IEnumerable<int?> Columns(HeadlineView view) => view.Headline.ShownYears.Select(year => (int?)year).Append(null);

    private static long[] Sums(HeadlineView view, OptionHeadline option) => [.. Columns(view).Select(column => Rounded(view, option, column).Sum())];

    /// <summary>[account that spends] whole units of a year; of all years together where it is null.</summary>
    private static ImmutableArray<long> Rounded(HeadlineView view, OptionHeadline option, int? year)
    {
        var parts = view.Spenders.Select(account => option.Accounts[account]);
        return LargestRemainder.Round([.. parts.Select(account => year is { } row ? account.Spend[row] : account.SpendInAll)], view.SpendScale.Unit);
    }
}
