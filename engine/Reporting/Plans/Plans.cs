using SystemSim.Analysis;

namespace SystemSim.Reporting;

/// <summary>All plans and pool accounts of a scenario, in one unit; nominal, of the central run.</summary>
internal sealed record Plans
{
    // Thousands of pounds, where there are at least so many pounds.
    private const double Least = 1e6;

    /// <summary>Whether units are thousands of pounds; else pounds.</summary>
    public required bool InThousands { get; init; }

    /// <summary>The plans of every option: of the place, then of its organisations.</summary>
    public required ImmutableArray<YearsTable> Years { get; init; }

    /// <summary>The accounts of every pool of every option.</summary>
    public required ImmutableArray<PoolTable> Pools { get; init; }

    /// <summary>The unit as headings have it.</summary>
    public string Symbol => InThousands ? "£k" : "£";

    /// <summary>What a part of a pool's account is called: with the pool where there are several.</summary>
    public string Named(string part, string pool) => Pools.Any(table => table.Pool != pool) ? $"{part}, {PlanText.Pool(pool)}" : part;

    /// <summary>Works them out.</summary>
    /// <param name="answers">The answers.</param>
    public static Plans Of(Answers answers)
    {
        var ledgers = AccountReader.Read(answers);
        var amounts = ledgers.SelectMany(ledger => ledger.Lines).SelectMany(line => line.Values);
        var inThousands = amounts.Select(Math.Abs).DefaultIfEmpty().Max() >= Least;
        // Books are rounded to the hundredth part of their unit: here that is the whole unit.
        var factor = Pennies.Pounds(1) / (inThousands ? 1e3 : 1.0);
        var books = ledgers
            .GroupBy(ledger => ledger.Option)
            .ToDictionary(option => option.Key, option => PennyBook.Of(option.Select(ledger => ledger.Times(factor))));
        return new Plans
        {
            InThousands = inThousands,
            Years =
            [
                .. from option in answers.Options
                   let own = books[option.Id.Name].Where(book => !book.Ledger.IsPool).Select(YearsTable.Of).ToArray()
                   where own.Length > 0
                   from table in own.Prepend(YearsTable.Together(own))
                   select table,
            ],
            Pools =
            [
                .. from option in answers.Options
                   from pool in books[option.Id.Name]
                   where pool.Ledger.IsPool
                   select PoolTable.Of(option, pool, books[option.Id.Name].Where(book => !book.Ledger.IsPool)),
            ],
        };
    }
}
