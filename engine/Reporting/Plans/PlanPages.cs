namespace SystemSim.Reporting;

/// <summary>Medium-term plans and pool accounts of one option as tables of a page: the numbers of the workbook's printed sheets.</summary>
/// <param name="plans">All plans and pool accounts.</param>
/// <param name="years">Names of the years.</param>
/// <param name="mostYears">Most years that a table has: where it has no more, as many as a page of paper has room for.</param>
internal sealed class PlanPages(Plans plans, ImmutableArray<string> years, int mostYears = 7)
{

    /// <summary>The tables of an option: the plan of the place, of each organisation that has money, then the pools.</summary>
    /// <param name="option">Name of the option.</param>
    /// <param name="title">Its name to print.</param>
    public IEnumerable<PageTable> Of(string option, string title) =>
        from part in plans
            .Years.Where(table => table.Option == option && table.Lines.Any(line => line.Units.Any(units => units != 0)))
            .Select(table => (Called: $"Medium-term plan: {Harmless.Text(table.Account)}", Rows: PlanRows(table), Note: PlanNote))
            .Concat(
                plans
                    .Pools.Where(table => table.Option == option)
                    .Select(table => (Called: plans.Named("Section 75", table.Pool), Rows: PoolRows(table), Note: PoolNote))
            )
        from span in Enumerable.Range(0, years.Length).Chunk(mostYears)
        select Table($"{part.Called}, {Span(span)}, {plans.Symbol}, nominal: {title}", part.Rows, span, part.Note);

    /// <summary>The tables of an option of a run, each with all years: for a medium whose tables may be wide.</summary>
    /// <param name="evidence">What the run shows.</param>
    /// <param name="option">Name of the option.</param>
    public static ImmutableArray<PageTable> Of(Evidence evidence, string option)
    {
        var years = evidence.Options.Years;
        return evidence.Plans is { } plans ? [.. new PlanPages(plans, years, years.Length).Of(option, evidence.TitleOf(option))] : [];
    }

    private const string PlanNote =
        "Run with central values, in cash of each year, in whole units that add up as shown. The first year is the base: pressures and savings change spending from the second year on.";

    private const string PoolNote =
        "Run with central values, in cash of each year. A variance in brackets is an overspend; a share in brackets is money back.";

    /// <summary>The rows of a plan: its lines part by part, with sums and what follows from them.</summary>
    public static ImmutableArray<(string Name, long[] Units)> PlanRows(YearsTable table)
    {
        var (spending, funding) = (table.Of(PlanPart.Spending), table.Of(PlanPart.Funding));
        long[] gap = [.. funding.Zip(spending, (came, went) => came - went)];
        long[] need = [.. gap.Select(units => Math.Max(0, -units))];
        var general = table.Lines.First(line => line.Name == YearsTable.General).Units;
        IEnumerable<(string, long[])> floor = table.Floor is { } least
            ?
            [
                ("Floor of general reserves", [.. general.Select(_ => least)]),
                ("General reserves above or (below) their floor", [.. general.Select(units => units - least)]),
            ]
            : [];
        return
        [
            .. Lines(PlanPart.Spending), ("= Spending", spending),
            .. Lines(PlanPart.Funding), ("= Funding", funding),
            ("Surplus or (gap) of the year: funding less spending", gap),
            ("Cumulative surplus or (gap)", [.. gap.Select((_, year) => gap[..(year + 1)].Sum())]),
            ("Savings requirement: what must be saved a year so that no gap is left", need),
            ("Savings requirement, new in the year", [.. need.Select((units, year) => year == 0 ? units : units - need[year - 1])]),
            .. Lines(PlanPart.SetAside), .. Lines(PlanPart.Met), .. Lines(PlanPart.AtTheEnd), .. floor,
        ];

        IEnumerable<(string, long[])> Lines(PlanPart part) =>
            table.Lines.Where(line => line.Part == part && line.Units.Any(units => units != 0)).Select(line => (line.Name, line.Units));
    }

    /// <summary>The rows of a pool's account.</summary>
    public static ImmutableArray<(string Name, long[] Units)> PoolRows(PoolTable table)
    {
        var (paid, spent) = (Sum(PoolPart.Contribution), Sum(PoolPart.Spending));
        return
        [
            .. Lines(PoolPart.Contribution, "Contribution: "), ("= Contributions", paid),
            .. Lines(PoolPart.Spending, ""), ("= Spending of the pool", spent),
            ("= Variance: under- or (over)spend of the pool", [.. paid.Zip(spent, (came, went) => came - went)]),
            .. Lines(PoolPart.Share, "Share of the variance: "),
            .. Lines(PoolPart.IntoReserve, "Into the risk reserve: "),
            .. Lines(PoolPart.Returned, "Returned: "),
            .. Lines(PoolPart.Kept, "From or (into) the pool's reserve: "),
            .. Lines(PoolPart.Owed, "Owed for day-to-day cost at the end of the year: "),
        ];

        IEnumerable<(string, long[])> Lines(PoolPart part, string before) =>
            table.Lines.Where(line => line.Part == part && line.Units.Any(units => units != 0))
                .Select(line => (before + PlanText.Of(line), line.Units));

        long[] Sum(PoolPart part) =>
            [
                .. Enumerable.Range(0, table.Lines[0].Units.Length)
                    .Select(year => table.Lines.Where(line => line.Part == part).Sum(line => line.Units[year])),
            ];
    }

    private string Span(int[] span) => span.Length == 1 ? years[span[0]] : $"{years[span[0]]} to {years[span[^1]]}";

    private PageTable Table(string caption, ImmutableArray<(string Name, long[] Units)> rows, int[] span, string note) =>
        new(
            caption,
            ["", .. span.Select(year => years[year])],
            [
                .. rows.Select(row =>
                    (ImmutableArray<PageCell>)
                        [
                            new PageCell(Harmless.Text(row.Name)),
                            .. span.Select(year => new PageCell(MoneyScale.Plain(0).Cell(row.Units[year], row.Units[year]).Trim())),
                        ]
                ),
            ]
        )
        {
            IsFolded = true,
            IsNumeric = true,
            Note = note,
        };
}
