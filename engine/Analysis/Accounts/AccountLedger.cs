namespace SystemSim.Analysis;

/// <summary>The books of one account under one option: what it opens with, every line, and what it closes with.</summary>
/// <remarks>
/// <para><b>Meaning.</b> In every year opening position + lines = closing position, which is the next year's opening.</para>
/// <para><b>Units.</b> GBP, nominal, central run.</para>
/// </remarks>
public sealed record AccountLedger
{
    /// <summary>The option.</summary>
    public required string Option { get; init; }

    /// <summary>Name of the organisation or of the pool.</summary>
    public required string Name { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>Whether it is a pool.</summary>
    public required bool IsPool { get; init; }

    /// <summary>Position when the first year starts, as the scenario states it; 0 of a pool, whose risk reserve is paid in after
    /// that.</summary>
    public required double Opening { get; init; }

    /// <summary>All lines that are not nothing in every year.</summary>
    public required ImmutableArray<AccountLine> Lines { get; init; }

    /// <summary>[year] measure <c>position</c>.</summary>
    public required ImmutableArray<double> Closing { get; init; }

    /// <summary>What the closing position consists of: reserves above nothing, an earmarked one by its name, deficit below.</summary>
    public required ImmutableArray<(string Measure, string Reserve, ImmutableArray<double> Values)> Holds { get; init; }

    /// <summary>Drivers of the bridge from one year's spending to the next, services added up; [year] 0 in the first.</summary>
    public required ImmutableArray<(string Measure, ImmutableArray<double> Values)> Bridge { get; init; }

    /// <summary>Income line by line, as the scenario names it.</summary>
    public ImmutableArray<(string Name, ImmutableArray<double> Values)> Funding { get; init; } = [];

    /// <summary>Deficit or gap that is brought forward when the first year starts, not negative: part of the opening position.</summary>
    public double BroughtForward { get; init; }

    /// <summary>Debt for day-to-day cost when the first year starts, not negative: part of the opening position.</summary>
    public double OpeningDebt { get; init; }

    /// <summary>What stands beside its books and is no part of them: deficits that do not count yet, what it has agreed; [year]
    /// amounts.</summary>
    public ImmutableArray<(string Name, ImmutableArray<double> Values)> Beside { get; init; } = [];

    /// <summary>Level below which general reserves are not drawn; null where none is stated.</summary>
    public double? Floor { get; init; }

    /// <summary>The same books in another unit of money.</summary>
    /// <param name="factor">How many of that unit a pound is.</param>
    public AccountLedger Times(double factor)
    {
        return this with
        {
            Opening = Opening * factor,
            Lines = [.. Lines.Select(line => line with { Values = All(line.Values) })],
            Closing = All(Closing),
            Holds = [.. Holds.Select(part => (part.Measure, part.Reserve, All(part.Values)))],
            Bridge = [.. Bridge.Select(driver => (driver.Measure, All(driver.Values)))],
            Funding = [.. Funding.Select(line => (line.Name, All(line.Values)))],
            BroughtForward = BroughtForward * factor,
            OpeningDebt = OpeningDebt * factor,
            Beside = [.. Beside.Select(line => (line.Name, All(line.Values)))],
            Floor = Floor * factor,
        };

        ImmutableArray<double> All(ImmutableArray<double> values) => [.. values.Select(value => value * factor)];
    }
}
