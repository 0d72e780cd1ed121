using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>How each option ends: who has gained and lost, who carries a deficit or a gap, who waits and who went without.</summary>
internal sealed class EndTable
{
    private const int NarrowestOption = 10;
    private const int LabelWidth = 36;

    private readonly HeadlineView view;
    private readonly HeadlineDetail detail;
    private readonly TextTable table;

    private EndTable(HeadlineView view, HeadlineDetail detail)
    {
        this.view = view;
        this.detail = detail;
        var width = Math.Max(NarrowestOption, ((HeadlineText.Width - LabelWidth) / view.Options.Length) - 2);
        var titled = view.Options.All(option => option.Title.Length < width);
        table = new TextTable(
            labels: 1,
            [$"At the end of {view.LastYear}", .. view.Options.Select(option => $"{TextTable.Cut(titled ? option.Title : option.Option.Name, width - 1)} ")]);
    }

    /// <summary>The table.</summary>
    public static ImmutableArray<TextLine> Write(HeadlineView view, HeadlineDetail detail)
    {
        var end = new EndTable(view, detail);
        if (!detail.OrganisationsByYear && view.Spenders.Length > 1)
        {
            end.AddSpending();
        }

        if (view.Others.Any())
        {
            end.AddMoney("Gain or (loss) in position against the baseline", account => account.Gain, view.ScaleOf(account => account.Gain));
        }
        else
        {
            end.AddMoney("Position: reserves less deficits and gaps", account => account.Position, view.ScaleOf(account => account.Position));
        }

        end.AddDeficits();
        end.AddContacts("Waiting, all services", option => option.Waiting);
        end.AddContacts($"Left unmet in {view.AllYears}", option => option.Left);
        return end.table.Write(HeadlineText.Width);
    }

    private void AddSection(string title) => table.Add([title, .. view.Options.Select(_ => "")]);

    private void AddSpending()
    {
        AddSection($"Spending on services in {view.AllYears}, {view.SpendScale.Symbol}");
        var columns = view.Options.Select(option => SpendingTable.OverAllYears(view, option)).ToArray();
        var (own, rest) = Split(view.Spenders, account => view.Options.Max(option => Math.Abs(option.Accounts[account].SpendInAll)));
        foreach (var account in own)
        {
            AddRow(view.Headline.Baseline.Accounts[account].Title, columns.Select(column => view.SpendScale.Cell(column[view.Spenders.IndexOf(account)])));
        }

        if (!rest.IsEmpty)
        {
            AddRow($"{rest.Length} others", columns.Select(column => view.SpendScale.Cell(rest.Sum(account => column[view.Spenders.IndexOf(account)]))));
        }
    }

    /// <summary>A section with a line for every account that has an amount under any option, and their sum.</summary>
    private void AddMoney(string title, Func<AccountHeadline, double?> value, MoneyScale scale)
    {
        AddSection($"{title}, {scale.Symbol}");
        ImmutableArray<int> held = [.. view.Accounts.Where(account => view.Options.Any(option => value(option.Accounts[account]) is not (null or 0.0)))];
        var columns = view.Options.Select(option => LargestRemainder.Round([.. held.Select(account => value(option.Accounts[account]) ?? 0.0)], scale.Unit)).ToArray();
        var (own, rest) = Split(held, account => view.Options.Max(option => Math.Abs(value(option.Accounts[account]) ?? 0.0)));
        foreach (var account in own)
        {
            AddRow(view.LabelOf(account), Cells((_, column) => columns[column][held.IndexOf(account)], (option, _) => value(option.Accounts[account]) is not null));
        }

        if (!rest.IsEmpty)
        {
            AddRow($"{rest.Length} others", Cells((_, column) => rest.Sum(account => columns[column][held.IndexOf(account)]), HasAny));
        }

        if (held.Length != 1)
        {
            AddRow("all together", Cells((_, column) => columns[column].Sum(), HasAny));
        }

        IEnumerable<string> Cells(Func<OptionHeadline, int, long> units, Func<OptionHeadline, int, bool> isThere) =>
            view.Options.Select((option, column) => isThere(option, column) ? scale.Cell(units(option, column)) : "- ");

        bool HasAny(OptionHeadline option, int column) => option.Accounts.Any(account => value(account) is not null);
    }

    private void AddDeficits()
    {
        ImmutableArray<int> owing = [.. view.Accounts.Where(account => view.Options.Any(option => option.Accounts[account].Deficit > 0.0))];
        if (owing.IsEmpty)
        {
            table.Add(["Deficits and unfunded gaps", .. view.Options.Select(_ => "none ")]);
            return;
        }

        var scale = view.ScaleOf(account => account.Deficit);
        AddSection($"Deficits and unfunded gaps carried, {scale.Symbol}");
        var (own, rest) = Split(owing, account => view.Options.Max(option => option.Accounts[account].Deficit));
        foreach (var account in own)
        {
            var known = view.Headline.Baseline.Accounts[account];
            AddRow($"{known.Title}, {(known.MayRunDeficit ? "deficit" : "gap")}", view.Options.Select(option => scale.Cell(scale.Round(option.Accounts[account].Deficit))));
        }

        if (!rest.IsEmpty)
        {
            AddRow($"{rest.Length} others", view.Options.Select(option => scale.Cell(scale.Round(rest.Sum(account => option.Accounts[account].Deficit)))));
        }
    }

    private void AddContacts(string label, Func<OptionHeadline, double> value) =>
        table.Add([label, .. view.Options.Select(option => $"{value(option).ToString("N0", CultureInfo.InvariantCulture)} ")]);

    private void AddRow(string label, IEnumerable<string> cells) => table.Add([$"  {label}", .. cells]);

    /// <summary>The accounts that have a line of their own, in order, and those that are added up because there are too many.</summary>
    private (ImmutableArray<int> Own, ImmutableArray<int> Others) Split(ImmutableArray<int> accounts, Func<int, double> size)
    {
        if (accounts.Length <= detail.MostAccounts)
        {
            return (accounts, []);
        }

        var own = accounts.OrderByDescending(size).Take(detail.MostAccounts - 1).ToHashSet();
        return ([.. accounts.Where(own.Contains)], [.. accounts.Where(account => !own.Contains(account))]);
    }
}
