using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>The account of one pool under one option, partner by partner: a section 75 statement, in whole units that add up.</summary>
/// <param name="Option">Name of the option.</param>
/// <param name="Pool">Name of the pool.</param>
/// <param name="Lines">What each partner pays in, what is spent, what is settled.</param>
internal sealed record PoolTable(string Option, string Pool, ImmutableArray<PoolLine> Lines)
{
    /// <summary>The account of a pool.</summary>
    /// <param name="option">The option.</param>
    /// <param name="pool">The books of the pool, in whole units.</param>
    /// <param name="partners">The books of the option's organisations, in the same units.</param>
    public static PoolTable Of(Option option, PennyBook pool, IEnumerable<PennyBook> partners)
    {
        var years = pool.Closing.Length;
        var name = pool.Ledger.Name;
        Pool[] terms =
        [
            .. option.Places.SelectMany(place => place.Governance.Funds).Where(fund => fund.Id.Name == name)
                .Select(fund => fund.Pool).OfType<Pool>(),
        ];
        var owners = terms
            .SelectMany(pool => pool.BroughtIn)
            .DistinctBy(brought => brought.Service)
            .ToDictionary(brought => brought.Service.Name, brought => brought.Owner.Name);
        var paying = terms.SelectMany(pool => pool.Contributions).Select(part => part.Partner.Name).ToHashSet();
        var all = partners.Where(book => paying.Contains(book.Ledger.Name)).ToArray();
        var itself = pool.Lines.Where(line => line.Of.Flow == AccountFlow.Invests && !IsOwned(line));
        return new PoolTable(
            option.Id.Name,
            name,
            [
                .. all.Select(book => Line(PoolPart.Contribution, book, Paid(book, "contribution"))),
                .. all.Select(book => Line(PoolPart.Spending, book, Spent(book.Ledger.Name))),
                new PoolLine(PoolPart.Spending, null, Sum(itself, -1)),
                .. all.Select(book => Line(PoolPart.Share, book, Paid(book, "risk_share", "shared_underspend", "ring_fence"))),
                .. all.Select(book => Line(PoolPart.IntoReserve, book, Paid(book, "into_risk_reserve"))),
                new PoolLine(PoolPart.Returned, null, Sum(pool.Lines.Where(line => line.Of.Flow == AccountFlow.Leaves), 1)),
                new PoolLine(
                    PoolPart.Kept,
                    null,
                    [.. pool.Closing.Select((held, year) => (year == 0 ? pool.Opening : pool.Closing[year - 1]) - held)]
                ),
                .. all.Select(book => Line(PoolPart.Owed, book, Owed(book))).Where(line => line.Units.Any(units => units != 0)),
            ]
        );

        static PoolLine Line(PoolPart part, PennyBook book, long[] units) => new(part, book.Ledger.Title, units);

        bool IsOwned(PennyLine line) => line.Of.Service.Length > 0 && line.Of.Measure == "payment" && owners.ContainsKey(line.Of.Service);

        long[] Spent(string owner) =>
            Sum(pool.Lines.Where(line => IsOwned(line) && owners[line.Of.Service] == owner), -1);

        // What a partner owes is negative in its books.
        long[] Owed(PennyBook book)
        {
            var debts = book.Holds.Where(part => part.Measure == "debt").ToArray();
            return [.. Enumerable.Range(0, years).Select(year => -debts.Sum(part => part.Pennies[year]))];
        }

        // What a partner pays is negative in its books.
        long[] Paid(PennyBook book, params string[] measures) =>
            Sum(book.Lines.Where(line => line.Of.Pool == name && measures.Contains(line.Of.Measure)), -1);

        long[] Sum(IEnumerable<PennyLine> lines, int sign)
        {
            var sum = new long[years];
            foreach (var line in lines)
            {
                for (var year = 0; year < years; year++)
                {
                    sum[year] += sign * line.Pennies[year];
                }
            }

            return sum;
        }
    }

    /// <summary>[year] what is left when everything is settled: nothing.</summary>
    public long[] Left =>
        [
            .. Enumerable.Range(0, Lines[^1].Units.Length)
                .Select(year =>
                    Lines
                        .Where(line => line.Part != PoolPart.Owed)
                        .Sum(line => (line.Part == PoolPart.Spending ? -1 : 1) * line.Units[year])
                ),
        ];
}
