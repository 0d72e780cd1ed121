using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Reporting;

/// <summary>What the accounts of an option receive, invest, hand back and gain against the baseline, in pennies that add up.</summary>
/// <remarks>What comes of a body that has ended is told of its successors, by their shares; the last has what the others leave.</remarks>
internal sealed class AccountGains
{
    private readonly int years;
    private readonly Dictionary<string, long[][]> lines = [];

    private AccountGains(int years) => this.years = years;

    /// <summary>The lines that move with a body, in order; gain to date follows from them.</summary>
    public static ImmutableArray<string> Lines { get; } = [GainsSheet.Receives, GainsSheet.Invests, GainsSheet.Leaves, GainsSheet.Gain];

    /// <summary>Works them out.</summary>
    /// <param name="source">What sheets share.</param>
    /// <param name="option">The option.</param>
    public static AccountGains Of(SheetSource source, Option option)
    {
        var gains = new AccountGains(source.Years.Length);
        var baseline = BooksOf(source, source.Scenario.Baseline).ToDictionary(book => book.Ledger.Name);
        foreach (var book in BooksOf(source, option.Id))
        {
            gains.lines.Add(book.Ledger.Name, gains.Own(book, baseline.GetValueOrDefault(book.Ledger.Name)));
        }

        gains.PassOn(SuccessorShares.Of(source.Scenario, option));
        return gains;
    }

    /// <summary>[year] pennies of a line of an account.</summary>
    /// <param name="account">Name of the account.</param>
    /// <param name="line">One of <see cref="Lines"/>.</param>
    public long[] this[string account, string line] => lines[account][Lines.IndexOf(line)];

    private static IEnumerable<PennyBook> BooksOf(SheetSource source, OptionId option) =>
        source.Books.Where(book => book.Ledger.Option == option.Name);

    private long[][] Own(PennyBook book, PennyBook? before)
    {
        var toDate = ByYear(year =>
            book.Closing[year] - (before?.Closing[year] ?? 0)
            - Enumerable.Range(0, year + 1).Sum(past => Change(AccountFlow.SetsAside, past)));
        return
        [
            ByYear(year => Change(AccountFlow.Receives, year)),
            ByYear(year => -Change(AccountFlow.Invests, year)),
            ByYear(year => -Change(AccountFlow.Leaves, year)),
            ByYear(year => toDate[year] - (year == 0 ? 0 : toDate[year - 1])),
        ];

        long Change(AccountFlow flow, int year) =>
            book.Sum(year, line => line.Flow == flow) - (before?.Sum(year, line => line.Flow == flow) ?? 0);
    }

    private void PassOn(SuccessorShares shares)
    {
        foreach (var ended in shares.All.GroupBy(part => part.Ended))
        {
            var own = lines[ended.Key];
            for (var year = shares.From; year < years; year++)
            {
                // What is gained is what is left of the others, to the penny.
                var left = own.Select(line => line[year]).ToArray();
                foreach (var (row, part) in ended.Index())
                {
                    var isLast = row == ended.Count() - 1;
                    var parts = own.Take(3).Select((line, at) => isLast ? left[at] : (long)Math.Round(part.Share * line[year])).ToArray();
                    long[] all = [.. parts, isLast ? left[3] : parts[0] - parts[1] - parts[2]];
                    for (var at = 0; at < all.Length; at++)
                    {
                        lines[part.Body][at][year] += all[at];
                        left[at] -= all[at];
                    }
                }

                foreach (var line in own)
                {
                    line[year] = 0;
                }
            }
        }
    }

    private long[] ByYear(Func<int, long> of) => [.. Enumerable.Range(0, years).Select(of)];
}
