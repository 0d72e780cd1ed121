using System.Globalization;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>Live formulas that add the central run up again from the data sheets.</summary>
internal static class AuditSheet
{
    /// <summary>Column of the check's name.</summary>
    public const int Check = 2;

    /// <summary>Column that says what a row shows.</summary>
    public const int Shows = 3;

    /// <summary>Column of the account's number.</summary>
    public const int Number = 4;

    /// <summary>What a row shows that is to be 0.</summary>
    public const string Difference = "difference";

    /// <summary>Checks that this sheet makes.</summary>
    public const string ClosingPosition = "Closing position",
        SettledWithPartners = "Settled with partners",
        Bridge = "Spending bridge",
        Gain = "Gain of the year",
        GainToDate = "Gain to date";

    /// <summary>Column of the first year.</summary>
    public const int FirstYear = 5;

    /// <summary>The sheet.</summary>
    /// <param name="source">What sheets share.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="bridge">The bridge; null when there is none.</param>
    /// <param name="gains">Who gains; null when there is nothing to hold against the baseline.</param>
    public static XlsxSheet Make(SheetSource source, XlsxSheet ledger, XlsxSheet? bridge, XlsxSheet? gains)
    {
        var told = XlsxSheet.Told(
        [
            SheetCell.Of(
                "Every amount here is a formula over the sheets Ledger, Medium-term bridge and Who gains. Every row that shows a difference should be 0.00 in every year."
            ),
            SheetCell.Of(
                "The last column has the largest amount of either sign in the row; the sheet Checks adds those of the differences up."
            ),
        ]);
        var rows = ImmutableArray.CreateBuilder<ImmutableArray<SheetCell>>();
        foreach (var (index, book) in source.Books.Index())
        {
            rows.AddRange(Account(new AuditPlace(source, rows.Count + told.Length + 3, index + 1, book), ledger, bridge, gains));
        }

        return new XlsxSheet
        {
            Name = "Audit",
            Title = "Audit: the central run added up again by live formulas, £, nominal",
            Lines = told,
            Table = "audit",
            Holds = "Formulas that re-add the central run from the data sheets; every difference is 0.00",
            Columns =
            [
                new("Option"),
                new("Account"),
                new("Check"),
                new("Shows"),
                new("Account number"),
                .. source.YearColumns,
                LargestColumn,
            ],
            FrozenColumns = 4,
            Names = [("Audit_check", Check), ("Audit_shows", Shows), ("Audit_largest", Number + source.Years.Length + 1)],
            Rows = rows.ToImmutable(),
        };
    }

    /// <summary>The column with the largest amount of a row.</summary>
    public static SheetColumn LargestColumn { get; } = new("Largest");

    private static IEnumerable<ImmutableArray<SheetCell>> Account(AuditPlace place, XlsxSheet ledger, XlsxSheet? bridge, XlsxSheet? gains)
    {
        var (book, years) = (place.Book, place.Source.Years.Length);
        var sets = place.Source.Books.Any(known => known.Lines.Any(line => line.Of.Flow == AccountFlow.SetsAside));
        var readded = new long[years];
        for (var year = 0; year < years; year++)
        {
            readded[year] = (year == 0 ? book.Opening : readded[year - 1]) + book.Sum(year, _ => true);
        }

        yield return place.Row(ClosingPosition, "re-added", year =>
            (Rounded($"{(year == 0 ? In(LedgerSheet.Opening, year) : place.Cell(0, year - 1))}+{Flows(year)}"), readded[year])
        );
        yield return place.Row(ClosingPosition, "as run", year => (In(LedgerSheet.Closing, year), book.Closing[year]));
        yield return place.Row(ClosingPosition, Difference, year =>
            (Rounded($"{place.Cell(0, year)}-{place.Cell(1, year)}"), readded[year] - book.Closing[year])
        );
        if (book.Ledger.IsPool)
        {
            yield return place.Row(SettledWithPartners, Difference, year =>
                (Rounded(OfLedger(year, (LedgerSheet.SettledWith, place.Key))), place.Settled(year))
            );
        }

        if (bridge is not null && Enumerable.Range(0, years).Any(year => book.SpendingIn(year) != 0))
        {
            yield return place.Row(Bridge, Difference, year =>
                year == 0
                    ? ("0", 0)
                    : (Rounded($"{OfBridge(year)}+{In(LedgerSheet.KindOf(AccountFlow.Invests), year)}"), place.BridgeLeft(year))
            );
        }

        if (gains is not null && book.Ledger.Option != place.Source.Scenario.Baseline.Name)
        {
            yield return place.Row(Gain, Difference, year =>
                (
                    Rounded(
                        $"{OfGains(GainsSheet.Receives, year)}-{OfGains(GainsSheet.Invests, year)}-{OfGains(GainsSheet.Leaves, year)}-{OfGains(GainsSheet.Gain, year)}"
                    ),
                    place.GainLeft(year)
                )
            );
            yield return place.Row(GainToDate, Difference, year =>
                (Rounded(string.Join('+', place.Together.Select(account => ToDateLeft(account, year)))), 0)
            );
        }

        // An account has gained to date what it closes with more than under the baseline; bodies that end and their successors together.
        string ToDateLeft(string account, int year)
        {
            var own = account == book.Ledger.Name ? place.Key : Text(place.Source.NumberOf(book.Ledger.Option, account)!.Value);
            var toDate = AuditPlace.Sum(
                gains, GainsSheet.FirstYear + year, (GainsSheet.Number, own), (GainsSheet.Line, Quoted(GainsSheet.GainToDate)));
            var before = place.Source.NumberOf(place.Source.Scenario.Baseline.Name, account) is { } number
                ? $"+{ClosingOf(Text(number), year)}{SetAside(Text(number), '-', year)}"
                : "";
            return $"{toDate}-{ClosingOf(own, year)}{SetAside(own, '+', year)}{before}";
        }

        string Flows(int year) => string.Join('+', Enum.GetValues<AccountFlow>().Select(flow => In(LedgerSheet.KindOf(flow), year)));

        string In(string kind, int year) => OfLedger(year, (LedgerSheet.Number, place.Key), (LedgerSheet.Kind, Quoted(kind)));

        // What lies in pools' risk reserves moves positions and is no gain: taken off year by year.
        string SetAside(string account, char sign, int year) =>
            sets
                ? string.Concat(
                    Enumerable
                        .Range(0, year + 1)
                        .Select(past =>
                            $"{sign}{OfLedger(past, (LedgerSheet.Number, account), (LedgerSheet.Kind, Quoted(LedgerSheet.KindOf(AccountFlow.SetsAside))))}"
                        )
                )
                : "";

        string ClosingOf(string account, int year) =>
            OfLedger(year, (LedgerSheet.Number, account), (LedgerSheet.Kind, Quoted(LedgerSheet.Closing)));

        string OfLedger(int year, params (int Column, string Is)[] where) => AuditPlace.Sum(ledger, LedgerSheet.FirstYear + year, where);

        string OfBridge(int year) =>
            AuditPlace.Sum(
                bridge,
                BridgeSheet.SecondYear + year - 1,
                (BridgeSheet.Number, place.Key),
                (BridgeSheet.Kind, Quoted(BridgeSheet.Part))
            );

        string OfGains(string line, int year) =>
            AuditPlace.Sum(gains, GainsSheet.FirstYear + year, (GainsSheet.Number, place.Key), (GainsSheet.Line, Quoted(line)));
    }

    private static string Rounded(string formula) => $"ROUND({formula},2)";

    private static string Quoted(string text) => $"\"{text}\"";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
