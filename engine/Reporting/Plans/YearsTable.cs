using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>The medium-term plan of one account under one option, as councils print it, in whole units that add up.</summary>
/// <param name="Option">Name of the option.</param>
/// <param name="Account">Name to print of the organisation; <see cref="Place"/> for all of them together.</param>
/// <param name="Lines">Lines that stand by themselves, part by part.</param>
/// <param name="Floor">Level below which general reserves are not drawn, in units; null where none is stated.</param>
internal sealed record YearsTable(string Option, string Account, ImmutableArray<PlanLine> Lines, long? Floor)
{
    /// <summary>What all organisations together are called.</summary>
    public const string Place = "The place: all organisations";

    /// <summary>The first line of every plan.</summary>
    public const string Base = "Base budget: last year's spending";

    /// <summary>The line of general reserves at the end of the year.</summary>
    public const string General = "General reserves";

    private static readonly ImmutableArray<string> Drivers =
    [
        "bridge_inflation", "bridge_demography", "bridge_demand", "bridge_investment", "bridge_contracts", "bridge_pools",
        "bridge_arrangement", "bridge_financing", "bridge_other", "bridge_interaction", PennyBook.Rounding, "bridge_savings",
    ];

    /// <summary>The plan of an organisation.</summary>
    /// <param name="book">Its books in whole units.</param>
    public static YearsTable Of(PennyBook book)
    {
        var years = book.Closing.Length;
        var spending = Enumerable.Range(0, years).Select(book.SpendingIn).ToArray();

        // The opening position is reserves less a deficit that was brought forward and debt that there was.
        var (broughtForward, debt) = (-Pennies.Of(book.Ledger.BroughtForward), -Pennies.Of(book.Ledger.OpeningDebt));
        var reserves = Sum([Held("reserves"), Held("earmarked_reserves")]);
        var income = book.Lines.Where(line => line.Of.Measure == "income").ToArray();
        return new YearsTable(
            book.Ledger.Option,
            book.Ledger.Title,
            [
                new PlanLine(PlanPart.Spending, Base, [spending[0], .. spending[..^1]]),
                .. Drivers.Select(driver => new PlanLine(PlanPart.Spending, LineText.Of(driver), Driver(driver))),
                .. FundingLines(book, income),
                .. from line in book.Lines
                   where line.Of.Flow == AccountFlow.Receives && line.Of.Measure != "income"
                   select new PlanLine(PlanPart.Funding, LineText.Of(line.Of, isPool: false, _ => ""), line.Pennies),
                .. from line in book.Lines
                   where line.Of.Flow is AccountFlow.Leaves or AccountFlow.SetsAside
                   group line by (Name: LineText.Of(line.Of, isPool: false, _ => ""), line.Of.Flow) into alike
                   select new PlanLine(PlanPart.SetAside, alike.Key.Name, Sum(alike.Select(line => line.Pennies))),
                new PlanLine(PlanPart.Met, "From or (to) reserves", Fall(reserves, book.Opening - broughtForward - debt)),
                .. Support("debt", "Borrowed or (repaid): day-to-day cost as capital", debt),
                .. Support("assets_sold", "Assets sold: day-to-day cost as capital", 0),
                new PlanLine(PlanPart.Met, "Left unmet or (repaid): deficit or gap carried", Fall(Held("deficit"), broughtForward)),
                new PlanLine(PlanPart.AtTheEnd, General, Held("reserves")),
                new PlanLine(PlanPart.AtTheEnd, "Earmarked reserves", Held("earmarked_reserves")),
                new PlanLine(PlanPart.AtTheEnd, "Deficit or gap carried", [.. Held("deficit").Select(held => -held)]),
                .. ((string[])["debt", "assets_sold"]).Where(Owes)
                    .Select(of => new PlanLine(PlanPart.AtTheEnd, LineText.Of(of), [.. Held(of).Select(held => -held)])),
                .. book.Ledger.Beside.Select(line => new PlanLine(PlanPart.AtTheEnd, line.Name, [.. line.Values.Select(Pennies.Of)])),
            ],
            book.Ledger.Floor is { } floor ? Pennies.Of(floor) : null
        );

        long[] Driver(string driver) => Sum(book.Bridge.Where(known => known.Measure == driver).Select(known => known.Pennies));

        long[] Held(string measure) => Sum(book.Holds.Where(part => part.Measure == measure).Select(part => part.Pennies));

        PlanLine[] Support(string measure, string name, long opening) =>
            Owes(measure) ? [new PlanLine(PlanPart.Met, name, Fall(Held(measure), opening))] : [];

        bool Owes(string measure) => Held(measure).Any(held => held != 0) || (measure == "debt" && debt != 0);

        static long[] Fall(long[] held, long opening) => [.. held.Select((now, year) => (year == 0 ? opening : held[year - 1]) - now)];

        long[] Sum(IEnumerable<long[]> parts) => YearsTable.Sum(parts, years);
    }

    /// <summary>The plan of all organisations together: line by line of one name added up.</summary>
    /// <param name="organisations">Their plans under one option.</param>
    public static YearsTable Together(IReadOnlyList<YearsTable> organisations)
    {
        var years = organisations[0].Lines[0].Units.Length;
        var floors = organisations.Select(table => table.Floor).OfType<long>().ToArray();
        return new YearsTable(
            organisations[0].Option,
            Place,
            [
                .. from line in organisations.SelectMany(table => table.Lines)
                   group line by (line.Part, line.Name) into alike
                   orderby alike.Key.Part
                   select new PlanLine(alike.Key.Part, alike.Key.Name, Sum(alike.Select(line => line.Units), years)),
            ],
            floors.Length == 0 ? null : floors.Sum()
        );
    }

    /// <summary>[year] the sum of a part.</summary>
    public long[] Of(PlanPart part) => Sum(Lines.Where(line => line.Part == part).Select(line => line.Units), Lines[0].Units.Length);

    private static PlanLine[] FundingLines(PennyBook book, PennyLine[] income)
    {
        var years = book.Closing.Length;
        var units = book.Ledger.Funding.Select(line => new PlanLine(PlanPart.Funding, NameOf(line.Name), new long[years])).ToArray();
        for (var year = 0; year < years; year++)
        {
            var shares = Pennies.Share(income.Sum(line => line.Pennies[year]), [.. book.Ledger.Funding.Select(line => line.Values[year])]);
            for (var line = 0; line < units.Length; line++)
            {
                units[line].Units[year] = shares[line];
            }
        }

        return units;
    }

    private static string NameOf(string line) => AnswerReader.Capital(AnswerReader.Spaced(line));

    private static long[] Sum(IEnumerable<long[]> parts, int years)
    {
        var sum = new long[years];
        foreach (var part in parts)
        {
            for (var year = 0; year < years; year++)
            {
                sum[year] += part[year];
            }
        }

        return sum;
    }
}
