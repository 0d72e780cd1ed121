using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Who pays beside who keeps, year by year: what each spends more or less, what its position is, what it hands back.</summary>
internal sealed class PayersTable
{
    private const int MostColumns = 4;
    private const int NarrowColumns = 2;

    private readonly AnswerReader reader;
    private readonly OptionLine line;
    private readonly OptionId option;
    private readonly (string Name, string Title)[] accounts;
    private readonly MoneyScale scale;

    /// <summary>Finds who pays or keeps more or less.</summary>
    public PayersTable(AnswerReader reader, OptionLine line)
    {
        (this.reader, this.line) = (reader, line);
        option = line.Options.FirstOrDefault(one => one == reader.Featured, line.Options[0]);
        accounts =
        [
            .. from account in reader.Headline.Options.First(known => known.Option == option).Accounts
               where account.Role != AccountRole.Pool
               let pays = Enumerable.Range(0, reader.Years.Length).Max(year => Math.Abs(InYear(account.Name, year).Middle.Value))
               let keeps = Enumerable.Range(0, reader.Years.Length).Max(year => Math.Abs(Gain(account.Name, year).Middle.Value))
               where !Amount.IsNothing(pays) || !Amount.IsNothing(keeps)
               // Who pays is never hidden by who keeps.
               orderby Amount.IsNothing(pays), Math.Max(pays, keeps) descending
               select (account.Name, reader.TitleOf(account.Name)),
        ];
        scale = MoneyScale.For(
            Enumerable.Range(0, reader.Years.Length).Max(year => Math.Abs(InYear("", year).Middle.Value)) is var most
            && accounts.Length == 0
                ? most
                : accounts.Max(account => Math.Max(
                    Math.Abs(ToDate(account.Name, Last).Middle.Value), Math.Abs(Gain(account.Name, Last).Middle.Value)))
        );
    }

    private int Last => reader.Years.Length - 1;

    private string Kind => reader.Headlined is null ? "central values" : "on average";

    /// <summary>The few years that are shown, with the ranges of the next year and of all.</summary>
    public PageTable Short()
    {
        var shown = accounts.Take(MostColumns - 1).ToArray();
        string[] columns = ["", .. shown.Select(account => account.Name)];
        var next = line.NextYear ?? 0;
        int[] years = [.. reader.Headline.ShownYears.Append(next).Where(year => year >= next).Distinct().Order()];
        var rows = new List<ImmutableArray<PageCell>>();
        foreach (var year in years)
        {
            rows.Add(Row(reader.Years[year], name => Cell(InYear(name, year).Middle)));
            if (year == next)
            {
                AddRange(rows, name => InYear(name, year));
            }
        }

        if (reader.Years.Length > 1)
        {
            rows.Add(Row(reader.Span, name => Cell(ToDate(name, Last).Middle)));
            AddRange(rows, name => ToDate(name, Last));
        }

        rows.Add(Row(
            $"Better or (worse) off by {reader.Years[^1]}",
            name => name.Length == 0 ? new PageCell("–") : Cell(Gain(name, Last).Middle)));
        AddRange(rows, name => name.Length == 0 ? null : Gain(name, Last));
        rows.Add(Row("Hands back more or (less)", name => Cell(HandedBack(name))));
        return new PageTable(
            $"Who pays and who is better off: {reader.TitleOf(option)} against {reader.TitleOf(reader.Scenario.Baseline)}, {scale.Symbol}, {reader.Pricing}, {Kind}",
            ["Pays more or (less)", "All together", .. shown.Select(account => account.Title)],
            [.. rows]
        )
        {
            Note =
                $"Who is not named neither pays nor keeps more or less{(accounts.Length > shown.Length ? ", or less than those who are" : "")}. Each number is rounded by itself: columns may not add. What is handed back goes to national bodies.{reader.LeftOut}",
        };

        ImmutableArray<PageCell> Row(string name, Func<string, PageCell> cell) =>
            [new PageCell(name), .. columns.Select(cell)];
    }

    private void AddRange(List<ImmutableArray<PageCell>> rows, Func<string, Ranged?> of)
    {
        string[] columns = ["", .. accounts.Take(MostColumns - 1).Select(account => account.Name)];
        if (columns.Any(name => of(name) is { Low: not null }))
        {
            rows.Add([new PageCell("– likely range"), .. columns.Select(name => Range(of(name)))]);
        }
    }

    /// <summary>A table for the place and for each account: mean, likely range and sum to date of every year.</summary>
    public IEnumerable<PageTable> ByYear() =>
        from account in accounts.Take(MostColumns).Prepend((Name: "", Title: "All together"))
        select new PageTable(
            $"{account.Title}: spent more or (less) than with {reader.TitleOf(reader.Scenario.Baseline)}, {scale.Symbol}, {reader.Pricing}",
            [
                "Year",
                reader.Headlined is null ? "Central" : "On average",
                .. Headed(["Low", "High"]),
                "To date",
                .. Headed(["Low to date", "High to date"]),
            ],
            [
                .. Enumerable
                    .Range(0, reader.Years.Length)
                    .Select(year =>
                        (ImmutableArray<PageCell>)
                            [new PageCell(reader.Years[year]), .. Cells(InYear(account.Name, year)), .. Cells(ToDate(account.Name, year))]
                    ),
            ]
        )
        {
            Minor = reader.Headlined is null ? [] : [.. Enumerable.Range(NarrowColumns, 2), 5, 6],
            Note = reader.Headlined is null ? null : "Low and high leave out one simulation in ten each.",
        };

    private string[] Headed(string[] columns) => reader.Headlined is null ? [] : columns;

    private IEnumerable<PageCell> Cells(Ranged of) =>
        reader.Headlined is null ? [Cell(of.Middle)] : [Cell(of.Middle), Cell(of.Low!), Cell(of.High!)];

    private PageCell Cell(Cited number) => new(scale.CellOf(number.Value).Trim(), number);

    private PageCell Range(Ranged? of) => of is { Low: { } low, High: { } high }
        ? new PageCell($"{scale.CellOf(low.Value).Trim()} to {scale.CellOf(high.Value).Trim()}")
        {
            Says = Prose.Of("").Then(low, scale.CellOf(low.Value).Trim()).Then(" to ").Then(high, scale.CellOf(high.Value).Trim()),
        }
        : new PageCell("–");

    private Ranged InYear(string account, int year) =>
        account.Length == 0 ? reader.Range(option, "spend_together", year) ?? Central("spend", account, year)
        : reader.Range(option, "spend", year, account) ?? Central("spend", account, year);

    private Ranged ToDate(string account, int year) =>
        reader.Range(option, "spend_to_date", year, account) ?? SumTo(account, year);

    private Ranged Gain(string account, int year) => reader.Gain(option, account, isPool: false, year);

    private Cited HandedBack(string account) =>
        reader.Headlined is not null ? reader.MeanOverYears(option, "returned", account, isDifference: true)
        : account.Length == 0 ? reader.Sum(option, "returned", true)
        : reader.Sum(option, "returned", true, ("organisation", account));

    private Ranged Central(string measure, string account, int year) =>
        new(reader.Sum(option, measure, true, [("year", reader.Years[year]), .. Of(account)]));

    /// <summary>What is spent more up to a year in the run with central values; cited where it is of all years.</summary>
    private Ranged SumTo(string account, int year)
    {
        var whole = reader.Sum(option, "spend", true, [.. Of(account)]);
        return new(
            year == Last
                ? whole
                : new Cited(Enumerable.Range(0, year + 1).Sum(one => Central("spend", account, one).Middle.Value), "")
        );
    }

    private static (string, string)[] Of(string account) => account.Length == 0 ? [] : [("organisation", account)];
}
