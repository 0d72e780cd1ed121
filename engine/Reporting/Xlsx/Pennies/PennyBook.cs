using System.Runtime.InteropServices;
using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>The books of one account in whole pennies, rounded once, so that every table made of them adds up as shown.</summary>
/// <remarks>
/// Closing positions are the nearest pennies. The lines of a year are rounded so that they lead from one to the next; what partners settle
/// with a pool is the same in the books of both. Where a pool has no other line in a year, its closing position is what those lead to, a
/// penny or so off.
/// </remarks>
internal sealed record PennyBook
{
    /// <summary>The line of a bridge for pennies that no driver can take.</summary>
    public const string Rounding = "bridge_rounding";

    /// <summary>The account.</summary>
    public required AccountLedger Ledger { get; init; }

    /// <summary>Position when the first year starts.</summary>
    public required long Opening { get; init; }

    /// <summary>Its lines.</summary>
    public required ImmutableArray<PennyLine> Lines { get; init; }

    /// <summary>[year] position at the end of the year.</summary>
    public required ImmutableArray<long> Closing { get; init; }

    /// <summary>What the closing position consists of.</summary>
    public required ImmutableArray<(string Measure, string Reserve, long[] Pennies)> Holds { get; init; }

    /// <summary>Drivers from one year's spending to the next; [year] 0 in the first.</summary>
    public required ImmutableArray<(string Measure, long[] Pennies)> Bridge { get; init; }

    /// <summary>What lines of some kinds come to in a year; above 0 where the position rises by it.</summary>
    public long Sum(int year, Func<AccountLine, bool> wanted) => Lines.Where(line => wanted(line.Of)).Sum(line => line.Pennies[year]);

    /// <summary>What is put into services and other spending in a year.</summary>
    public long SpendingIn(int year) => -Sum(year, line => line.Flow == AccountFlow.Invests);

    /// <summary>Rounds the books of one option.</summary>
    /// <param name="ledgers">Its accounts, organisations before pools.</param>
    public static ImmutableArray<PennyBook> Of(IEnumerable<AccountLedger> ledgers)
    {
        var books = ImmutableArray.CreateBuilder<PennyBook>();
        foreach (var ledger in ledgers)
        {
            books.Add(Round(ledger, books));
        }

        return books.ToImmutable();
    }

    private static PennyBook Round(AccountLedger ledger, IReadOnlyList<PennyBook> partners)
    {
        var years = ledger.Closing.Length;
        long[] closing = [.. ledger.Closing.Select(Pennies.Of)];
        var lines = ledger.Lines.Select(line => new PennyLine(line, new long[years])).ToImmutableArray();
        var holds = ledger.Holds.Select(part => (part.Measure, part.Reserve, Pennies: new long[years])).ToImmutableArray();
        var book = new PennyBook
        {
            Ledger = ledger,
            Opening = Pennies.Of(ledger.Opening),
            Lines = lines,
            Closing = ImmutableCollectionsMarshal.AsImmutableArray(closing),
            Holds = holds,
            Bridge = [.. ledger.Bridge.Select(driver => (driver.Measure, new long[years])), (Rounding, new long[years])],
        };
        for (var year = 0; year < years; year++)
        {
            var opening = year == 0 ? book.Opening : closing[year - 1];
            RoundLines(lines, closing[year] - opening, year, ledger.IsPool ? partners : []);
            var reached = opening + lines.Sum(line => line.Pennies[year]);
            if (ledger.IsPool && Math.Abs(reached - closing[year]) <= 2 * lines.Length)
            {
                closing[year] = reached;
            }

            Put(
                [.. holds.Select(part => (part.Measure, part.Pennies))],
                Pennies.Share(closing[year], [.. ledger.Holds.Select(part => part.Values[year])]),
                year
            );
            if (year > 0)
            {
                RoundBridge(book, year);
            }
        }

        return book;
    }

    /// <summary>Rounds the lines of a year; those with partners are what the partners' books say.</summary>
    private static void RoundLines(ImmutableArray<PennyLine> lines, long change, int year, IReadOnlyList<PennyBook> partners)
    {
        var free = new List<PennyLine>();
        foreach (var line in lines)
        {
            if (partners.Count > 0 && line.Of.Pool.Length > 0)
            {
                line.Pennies[year] = -partners.Sum(book =>
                    book.Sum(year, other => other.Pool == line.Of.Pool && other.Measure == line.Of.Measure)
                );
                change -= line.Pennies[year];
            }
            else
            {
                free.Add(line);
            }
        }

        foreach (var (line, pennies) in free.Zip(Pennies.Share(change, [.. free.Select(line => line.Of.Values[year])])))
        {
            line.Pennies[year] = pennies;
        }
    }

    /// <summary>Rounds the drivers of a year; what no driver can take, where all are nothing and the pennies of lines differ, is a line of
    /// its own.</summary>
    private static void RoundBridge(PennyBook book, int year)
    {
        var most = 2 * book.Lines.Length;
        var change = book.SpendingIn(year) - book.SpendingIn(year - 1);
        var drivers = Pennies.Share(change, [.. book.Ledger.Bridge.Select(driver => driver.Values[year])], most);
        var left = change - drivers.Sum();
        Put(book.Bridge, [.. drivers, Math.Abs(left) <= most ? left : 0], year);
    }

    private static void Put(ImmutableArray<(string Measure, long[] Pennies)> rows, long[] values, int year)
    {
        for (var row = 0; row < values.Length; row++)
        {
            rows[row].Pennies[year] = values[row];
        }
    }
}
