using System.Globalization;
using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>Tables of a page: finance layout, negatives in brackets, every column adding up as printed.</summary>
internal sealed class EvidenceTables(AnswerReader reader, EvidenceRequest request, Answer answer, ClaimFrame frame)
{
    private const int MostAssumptions = 12;

    private static readonly string[] Stranding = ["cash", "capacity_freed", "stranded", "borne_by_provider", "borne_by_payers"];

    /// <summary>What is spent, and who gains.</summary>
    public IEnumerable<PageTable> First()
    {
        yield return Spending();
        if (reader.Featured is not null)
        {
            yield return Gains();
        }

        if (Deficits() is { } deficits)
        {
            yield return deficits;
        }
    }

    /// <summary>Options, gross and net, what becomes of avoided cost, people who go without, assumptions.</summary>
    public IEnumerable<PageTable> Details()
    {
        yield return Options();
        if (reader is { Featured: not null, Draws: not null })
        {
            yield return BreaksEven();
        }

        if (new WorthTable(reader).Make() is { } worth)
        {
            yield return worth;
        }

        if (AcceptabilityClaim.Of(reader, frame) is { } acceptability)
        {
            yield return acceptability.Table();
        }

        yield return Charges();
        if (Stranded() is { } stranded)
        {
            yield return stranded;
        }

        yield return Without();
        if (reader.Scenario.Numbers.Any(answer.IsAssumed))
        {
            yield return Assumed();
        }
    }

    /// <summary>What was checked.</summary>
    public PageTable Checks()
    {
        var held = request.Record.Expectations;
        return new PageTable(
            "What was held in this run",
            ["Check", "Result"],
            [
                .. InvariantCatalogue.All.Select(invariant =>
                    Words($"{invariant.Meaning} (within {invariant.Tolerance})", "held at every step")
                ),
                Words(
                    "What the scenario expects",
                    held.IsEmpty
                        ? "nothing is expected"
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"{held.Count(result => result.IsMet)} met, {held.Count(result => result.IsFailed)} failed, {held.Count(result => !result.WasHeld)} not run"
                        )
                ),
                .. held.SelectMany(result => result.Failures).Select(failure => Words(Harmless.Text(failure.Sentence), "failed")),
            ]
        );
    }

    private static ImmutableArray<PageCell> Words(params string[] cells) => [.. cells.Select(cell => new PageCell(cell))];

    /// <summary>Where draws tell of more than the run with central values, that this is meant.</summary>
    private string Central => reader.Made is null ? "" : ", central values";

    private PageTable Spending()
    {
        var shown = reader.Headline.ShownYears;
        var options = reader.Options.ToArray();
        var accounts = reader
            .Headline.Baseline.Accounts.Select(account => account.Name)
            .Where(name => options.Any(option => reader.Sum(option.Id, "spend", false, ("organisation", name)).Value != 0.0))
            .ToArray();
        var scale = MoneyScale.For(
            reader.Headline.Options.Max(option => reader.Years.Index().Max(year => Math.Abs(option.SpendIn(year.Index))))
        );
        var rows = new List<ImmutableArray<PageCell>>();
        foreach (var option in options)
        {
            var columns = shown.Select(year => (int?)year).Append(null).Select(year => Column(option.Id, year, accounts, scale)).ToArray();
            Cited[] differences = [.. accounts.Select(name => reader.Sum(option.Id, "spend", true, ("organisation", name)))];
            var more = LargestRemainder.Round([.. differences.Select(difference => difference.Value)], scale.Unit);
            rows.Add([
                new PageCell($"{reader.TitleOf(option.Id)}, all together"),
                .. columns.Select(column => Cell(scale, column.Units.Sum(), column.Whole)),
                Less(more.Sum(), reader.SpendDifference(option.Id), option),
            ]);
            foreach (var (row, name) in accounts.Index())
            {
                rows.Add([
                    new PageCell($"– {reader.TitleOf(name)}"),
                    .. columns.Select(column => Cell(scale, column.Units[row], column.Numbers[row])),
                    Less(more[row], differences[row], option),
                ]);
            }
        }

        return new PageTable(
            $"Spending on services, {scale.Symbol}, {reader.Pricing}{Central}",
            ["Option and who pays", .. shown.Select(year => reader.Years[year]), reader.Span, "Difference"],
            [.. rows]
        )
        {
            Minor = [.. Enumerable.Range(2, Math.Max(0, shown.Length - 2))],
            Note =
                "Net of charges to users. Differences are from the first option, and rounded by themselves: columns may be off by the last digit. Negatives, in brackets, are less.",
        };

        PageCell Less(long units, Cited number, Option option) =>
            option.Id == reader.Scenario.Baseline ? new PageCell("–") : Cell(scale, units, number);
    }

    private (ImmutableArray<long> Units, Cited[] Numbers, Cited Whole) Column(
        OptionId option,
        int? year,
        string[] accounts,
        MoneyScale scale
    )
    {
        (string, string)[] when = year is { } row ? [("year", reader.Years[row])] : [];
        Cited[] numbers = [.. accounts.Select(name => reader.Sum(option, "spend", false, [.. when, ("organisation", name)]))];
        return (
            LargestRemainder.Round([.. numbers.Select(number => number.Value)], scale.Unit),
            numbers,
            reader.Sum(option, "spend", false, when)
        );
    }

    private static PageCell Cell(MoneyScale scale, Cited number) => new(scale.CellOf(number.Value).Trim(), number);

    private static PageCell Cell(MoneyScale scale, long units, Cited number) => new(scale.Cell(units, number.Value).Trim(), number);

    private PageTable Gains()
    {
        var others = reader.Others.ToArray();
        var gained = others.Select(option => answer.GainedBy(option.Id)).ToArray();
        var leaves = others.Select(option => reader.Sum(option.Id, "leaves", true)).ToArray();
        var scale = MoneyScale.For(
            gained
                .SelectMany(option => option)
                .Select(account => account.Gain.Value)
                .Concat(leaves.Select(left => left.Value))
                .Select(Math.Abs)
                .DefaultIfEmpty()
                .Max()
        );
        var units = gained
            .Select(option => LargestRemainder.Round([.. option.Select(account => account.Gain.Value)], scale.Unit))
            .ToArray();
        var names = gained
            .SelectMany(option => option.Where(account => !scale.IsNothing(account.Gain.Value)))
            .Select(account => (account.Name, account.Title))
            .Distinct()
            .ToArray();
        var rows = names.Select(name =>
            (ImmutableArray<PageCell>)
                [
                    new PageCell(name.Title),
                    .. gained.Select(
                        (option, column) =>
                            option.ToList().FindIndex(account => account.Name == name.Name) is >= 0 and var row
                                ? Cell(scale, units[column][row], option[row].Gain)
                                : new PageCell("–")
                    ),
                ]
        );
        return new PageTable(
            $"Gain or (loss) in position by {reader.Years[^1]}, {scale.Symbol}, {reader.Pricing}{(reader.Headlined is null ? Central : ", on average")}",
            ["Whose position", .. others.Select(option => reader.TitleOf(option.Id))],
            [
                .. rows,
                [
                    new PageCell(reader.Headlined is null ? "Leaves the place" : "Leaves the place, central values"),
                    .. leaves.Select(left => Cell(scale, left)),
                ],
            ]
        )
        {
            Note =
                $"Against {reader.TitleOf(reader.Scenario.Baseline)}. A position is {PositionWords.Of(reader.Scenario)}. Who is not named neither gains nor loses. What leaves the place goes to national bodies and is nobody's gain here.",
        };
    }

    /// <summary>What is carried on at the end: deficits of NHS bodies, unfunded gaps of all others; null where there are none.</summary>
    private PageTable? Deficits()
    {
        var options = reader.Options.ToArray();
        var scale = MoneyScale.For(reader.Headline.Options.Max(option => option.Accounts.Max(account => account.Deficit)));
        var owing = reader
            .Headline.Baseline.Accounts.Where(
                (_, row) => reader.Headline.Options.Any(option => scale.Round(option.Accounts[row].Deficit) != 0)
            )
            .ToArray();
        return owing.Length == 0
            ? null
            : new PageTable(
                $"Deficits and unfunded gaps at the end of {reader.Years[^1]}, {scale.Symbol}, {reader.Pricing}{Central}",
                ["Whose", .. options.Select(option => reader.TitleOf(option.Id))],
                [
                    .. owing.Select(account =>
                        (ImmutableArray<PageCell>)
                            [
                                new PageCell($"{reader.TitleOf(account.Name)}, {(account.MayRunDeficit ? "deficit" : "gap")}"),
                                .. options.Select(option =>
                                    Owed(
                                        reader.Sum(option.Id, "deficit", false, ("year", reader.Years[^1]), ("organisation", account.Name))
                                    )
                                ),
                            ]
                    ),
                ]
            )
            {
                Note =
                    "NHS bodies carry a deficit from year to year, and repay of it what is stated: a commissioner nothing, unless it is. Of all others it is a gap that nobody pays.",
            };

        PageCell Owed(Cited number) => Cell(scale, scale.Round(number.Value), number);
    }

    private PageTable Options() => new(
        "The options", ["Option", "Whose purse", "What it sets"],
        [
            .. reader.Options.Select(option => Words(
                reader.TitleOf(option.Id),
                $"{Harmless.Text(option.Place.Governance.Title)} ({Kind(option.Place.Governance.Kind)})",
                option.Sets.IsEmpty ? "nothing" : Harmless.Text(string.Join("; ", option.Sets)))),
        ]);

    private static string Kind(GovernanceKind kind) => kind switch
    {
        GovernanceKind.Pooled => "pooled",
        GovernanceKind.Aligned => "aligned, not pooled",
        GovernanceKind.Siloed => "each its own",
    };

    /// <summary>When each option breaks even, and how surely.</summary>
    private PageTable BreaksEven()
    {
        var options = reader.Others.Select(option => BreakEven.Of(reader, option.Id)!).ToArray();
        string[] statistics = ["central", "p10", "p90"];
        var numbers = options.Select(option => statistics.Select(option.ToDate).ToArray()).ToArray();
        var scale = MoneyScale.For(numbers.SelectMany(row => row).Max(number => Math.Abs(number.Value)));
        return new PageTable(
            $"Spent more or (less) by {reader.Years[^1]}, {scale.Symbol}, {reader.Pricing}, and share of draws that break even",
            ["Option", "Central", "p10", "p90", "Central run breaks even", "By then", $"By {reader.Years[^1]}", "Never"],
            [
                .. options
                    .Zip(numbers)
                    .Select(row =>
                        (ImmutableArray<PageCell>)
                            [
                                new PageCell(reader.TitleOf(row.First.Option)),
                                .. row.Second.Select(number => Cell(scale, number)),
                                new PageCell(
                                    row.First.Year switch
                                    {
                                        null => "never",
                                        0 => "never more",
                                        { } year => reader.Years[year],
                                    }
                                ),
                                row.First.Year is { } when ? Share(row.First.By(when)) : new PageCell("–"),
                                Share(row.First.InTheEnd),
                                Share(row.First.Never),
                            ]
                    ),
            ]
        )
        {
            Minor = [2, 3],
            Note =
                $"Breaks even by a year: at its end, and at the end of every year after it, no more has been spent to date than in the first option, nothing discounted. Never more: so from the first year on.{reader.LeftOut}",
        };

        static PageCell Share(Cited number) => new(Amount.Percent(number.Value), number);
    }

    private PageTable Charges()
    {
        var options = reader.Options.ToArray();
        var parts = options
            .Select(option =>
                (
                    Gross: reader.Sum(option.Id, "provider_cost"),
                    Charges: reader.Sum(option.Id, "charges"),
                    Net: reader.Sum(option.Id, "payment")
                )
            )
            .ToArray();
        var scale = MoneyScale.For(parts.SelectMany(option => new[] { option.Gross.Value, option.Net.Value }).Select(Math.Abs).Max());
        return new PageTable(
            $"Gross and net over {reader.Span}, {scale.Symbol}, {reader.Pricing}",
            ["", .. options.Select(option => reader.TitleOf(option.Id))],
            [
                Row("Gross cost to providers", option => option.Gross),
                Row("Paid by users, as charges", option => option.Charges),
                Row("Paid by funds, net of charges", option => option.Net),
            ]
        )
        {
            Note = parts.All(option => option.Charges.Value == 0.0)
                ? "Users pay no charges here: gross cost and net payment differ only by what providers gain or lose."
                : "What providers gain or lose stands between gross cost and what users and funds pay.",
        };

        ImmutableArray<PageCell> Row(string name, Func<(Cited Gross, Cited Charges, Cited Net), Cited> number) =>
            [new PageCell(name), .. parts.Select(option => Cell(scale, number(option)))];
    }

    /// <summary>What becomes of the cost of avoided activity, with the names of those who bear what stays; null where nothing is
    /// avoided.</summary>
    private PageTable? Stranded()
    {
        if (reader.Featured is not { } option)
        {
            return null;
        }

        var services = reader
            .Rows(option, "cash", isDifference: true)
            .Select(row => row.About)
            .DistinctBy(about => about.Service)
            .Select(about => (about.Service, about.Provider))
            .ToArray();
        var numbers = services
            .Select(service => Stranding.Select(measure => reader.Sum(option, measure, true, ("service", service.Service))).ToArray())
            .ToArray();
        var scale = MoneyScale.For(numbers.SelectMany(row => row).Select(number => Math.Abs(number.Value)).DefaultIfEmpty().Max());
        var rows = services.Zip(numbers).Where(row => row.Second.Skip(1).Any(number => !scale.IsNothing(number.Value))).ToArray();
        if (rows.Length == 0)
        {
            return AllCash(option, scale);
        }

        return new PageTable(
            $"Cost of avoided activity over {reader.Span}, {scale.Symbol}, {reader.Pricing}: {reader.TitleOf(option)}",
            ["Service", "Cash released", "Capacity freed", "Stranded", "Borne by provider", "Borne by payers", "Provider", "Payers"],
            [
                .. rows.Select(row =>
                    (ImmutableArray<PageCell>)
                        [
                            new PageCell(ServiceTitle(row.First.Service)),
                            .. row.Second.Select(number => Cell(scale, number)),
                            new PageCell(reader.TitleOf(row.First.Provider)),
                            new PageCell(PayersOf(option, row.First.Service)),
                        ]
                ),
            ]
        )
        {
            Note =
                "Negative, in brackets, where more is done than in the baseline. What is not cash is borne by the provider or by whoever pays.",
        };
    }

    /// <summary>Where nothing of what is avoided stays as a cost.</summary>
    private PageTable AllCash(OptionId option, MoneyScale scale)
    {
        var cash = reader.Sum(option, "cash", isDifference: true);
        return new PageTable(
            $"Cost of avoided activity over {reader.Span}, {scale.Symbol}, {reader.Pricing}: {reader.TitleOf(option)}",
            ["", "Cash released", "Stranded"],
            [
                [new PageCell("All services"), Cell(scale, cash), new PageCell("none")],
            ]
        )
        {
            Note =
                "All avoided cost is released as cash: by this scenario's contracts and costs nobody is left with any. Negative, in brackets, where more is done than in the baseline.",
        };
    }

    private string ServiceTitle(string service) =>
        Harmless.Text(reader.Scenario.BaselineOption.Place.Services.First(known => known.Id.Name == service).Title);

    private string PayersOf(OptionId option, string service)
    {
        var funds = request
            .Answers.Options.First(known => known.Id == option)
            .Place.Governance.Funds.Where(fund => fund.Pays.Any(paid => paid.Name == service));
        return string.Join(
            ", ",
            funds.Select(fund =>
                fund.Pool is { } pool
                    ? $"{reader.TitleOf(fund.Id.Name)} ({string.Join(", ", pool.Contributions.Select(part => reader.TitleOf(part.Partner.Name)))})"
                    : reader.TitleOf(fund.Id.Name)
            )
        );
    }

    private PageTable Without() =>
        new(
            $"People who wait or go without, contacts over {reader.Span}",
            ["Option", "Left unmet", "Waiting at the end", "Failure demand"],
            [
                .. reader.Options.Select(option =>
                    (ImmutableArray<PageCell>)
                        [
                            new PageCell(reader.TitleOf(option.Id)),
                            Counted(reader.Sum(option.Id, "left")),
                            Counted(reader.Sum(option.Id, "waiting", false, ("year", reader.Years[^1]))),
                            Counted(reader.Sum(option.Id, "failure_demand")),
                        ]
                ),
            ]
        )
        {
            Note = "Contacts of all services added up, whatever their kind.",
        };

    private static PageCell Counted(Cited number) => Cell(MoneyScale.Plain(0), number);

    private PageTable Assumed()
    {
        var assumed = reader.Scenario.Numbers.Where(answer.IsAssumed).ToArray();
        var widest = assumed
            .Where(number => number.Spread is { Low: not null, High: not null } && number.Value != 0.0)
            .DistinctBy(number => (number.DrawnAs, number.Value, number.Spread))
            .OrderByDescending(number => (number.Spread!.High!.Value - number.Spread.Low!.Value) / Math.Abs(number.Value))
            .ThenBy(number => number.Name, StringComparer.Ordinal)
            .Take(MostAssumptions);
        return new PageTable(
            string.Create(CultureInfo.InvariantCulture, $"Assumptions with the widest ranges, of {assumed.Length:N0}"),
            ["Number", "Value", "Low", "High"],
            [
                .. widest.Select(number =>
                    Words(
                        Harmless.Text(number.Name),
                        Digits(number.Value),
                        Digits(number.Spread!.Low!.Value),
                        Digits(number.Spread.High!.Value)
                    )
                ),
            ]
        )
        {
            Note =
                "In base units: shares of 1, pounds, years, a year. Wide is not the same as important: what a number does to the result takes a study of its own.",
        };
    }

    private static string Digits(double value) =>
        value.ToString(Math.Abs(value) < 0.001 ? "0.##########" : "#,0.####", CultureInfo.InvariantCulture);
}
