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
        var names = view.Options.Select(option => Folded(titled ? option.Title : option.Option.Name, width - 1)).ToArray();
        var height = names.Max(name => name.Length);
        table = new TextTable(labels: 1, HeadingRow(0, $"At the end of {view.LastYear}"));
        for (var line = 1; line < height; line++)
        {
            table.Add(HeadingRow(line, ""));
        }

        string[] HeadingRow(int line, string label) => [label, .. names.Select(name => line < name.Length ? $"{name[line]} " : "")];
    }

    /// <summary>The table.</summary>
    public static ImmutableArray<TextLine> Write(HeadlineView view, HeadlineDetail detail)
    {
        var end = new EndTable(view, detail);
        if (view.Others.Any())
        {
            end.AddMoney("Gain or (loss) in position", account => account.Gain, view.ScaleOf(account => account.Gain));
        }
        else
        {
            end.AddMoney($"Position: {view.Headline.PositionIs}", account => account.Position, view.ScaleOf(account => account.Position));
        }

        end.AddReturned();
        end.AddDeficits();
        end.AddContacts("Waiting, all services", option => option.Waiting);
        end.AddContacts($"Left unmet in {view.AllYears}", option => option.Left);
        return end.table.Write(HeadlineText.Width);
    }

    /// <summary>A name in as many lines as it needs to stay within a width.</summary>
    private static string[] Folded(string name, int width)
    {
        var lines = new List<string> { "" };
        foreach (var part in Parts(name).SelectMany(part => FoldedText.Parts(part, width)))
        {
            if (lines[^1].Length > 0 && lines[^1].Length + part.TrimEnd().Length > width)
            {
                lines.Add("");
            }

            lines[^1] += part;
        }

        return [.. lines.Select(line => line.TrimEnd())];
    }

    private static IEnumerable<string> Parts(string name)
    {
        var start = 0;
        for (var letter = 0; letter < name.Length; letter++)
        {
            if (name[letter] is '_' or ' ' || letter == name.Length - 1)
            {
                yield return name[start..(letter + 1)];
                start = letter + 1;
            }
        }
    }

    private void AddSection(string title) => table.Add([title, .. view.Options.Select(_ => "")]);

    /// <summary>A section with a line for every account that has an amount under any option, and their sum.</summary>
    private void AddMoney(string title, Func<AccountHeadline, double?> value, MoneyScale scale)
    {
        AddSection($"{title}, {scale.Symbol}");
        var columns = view
            .Options.Select(option => LargestRemainder.Round([.. option.Accounts.Select(account => value(account) ?? 0.0)], scale.Unit))
            .ToArray();
        ImmutableArray<int> held =
        [
            .. view.Accounts.Where(account => view.Options.Any(option => !scale.IsNothing(value(option.Accounts[account]) ?? 0.0))),
        ];
        var (own, rest) = HeadlineView.Split(
            held,
            account => view.Options.Max(option => Math.Abs(value(option.Accounts[account]) ?? 0.0)),
            detail.MostAccounts
        );
        foreach (var account in own)
        {
            AddRow(view.LabelOf(account), Cells([account], option => value(option.Accounts[account]) is not null));
        }

        if (!rest.IsEmpty)
        {
            AddRow($"{rest.Length} others", Cells(rest, HasAny));
        }

        if (held.Length != 1)
        {
            AddRow("all together", Cells([.. view.Accounts], HasAny));
        }

        IEnumerable<string> Cells(ImmutableArray<int> accounts, Func<OptionHeadline, bool> isThere) =>
            view.Options.Select(
                (option, column) =>
                    isThere(option)
                        ? scale.Cell(
                            accounts.Sum(account => columns[column][account]),
                            accounts.Sum(account => value(option.Accounts[account]) ?? 0.0)
                        )
                        : "- "
            );

        bool HasAny(OptionHeadline option) => option.Accounts.Any(account => value(account) is not null);
    }

    /// <summary>What the place has lost to national bodies, which nobody's position shows.</summary>
    private void AddReturned()
    {
        var scale = MoneyScale.For(view.Options.Max(option => option.Returned));
        if (view.Options.Any(option => !scale.IsNothing(option.Returned)))
        {
            table.Add([$"Returned to national bodies, {scale.Symbol}", .. view.Options.Select(option => scale.CellOf(option.Returned))]);
        }
    }

    private void AddDeficits()
    {
        var scale = view.ScaleOf(account => account.Deficit);
        ImmutableArray<int> owing =
        [
            .. view.Accounts.Where(account => view.Options.Any(option => !scale.IsNothing(option.Accounts[account].Deficit))),
        ];
        if (owing.IsEmpty)
        {
            table.Add(["Deficits and unfunded gaps", .. view.Options.Select(_ => "none ")]);
            return;
        }

        AddSection($"Deficits and unfunded gaps, {scale.Symbol}");
        var (own, rest) = HeadlineView.Split(
            owing,
            account => view.Options.Max(option => option.Accounts[account].Deficit),
            detail.MostAccounts
        );
        foreach (var account in own)
        {
            var known = view.Headline.Baseline.Accounts[account];
            AddRow(
                TextTable.Label(known.Title, $", {(known.MayRunDeficit ? "deficit" : "gap")}"),
                view.Options.Select(option => scale.CellOf(option.Accounts[account].Deficit))
            );
        }

        if (!rest.IsEmpty)
        {
            AddRow(
                $"{rest.Length} others",
                view.Options.Select(option => scale.CellOf(rest.Sum(account => option.Accounts[account].Deficit)))
            );
        }
    }

    private void AddContacts(string label, Func<OptionHeadline, double> value) =>
        table.Add([label, .. view.Options.Select(option => MoneyScale.Plain(0).CellOf(value(option)))]);

    private void AddRow(string label, IEnumerable<string> cells) => table.Add([$"  {label}", .. cells]);
}
