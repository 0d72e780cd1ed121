namespace SystemSim.Model;

/// <summary>Leave to treat day-to-day cost as capital: it is met by the sale of assets and by borrowing, and paid for later.</summary>
/// <remarks>In England exceptional financial support is this, and no gift: a direction under the Local Government Act 2003, section
/// 16(2)(b).</remarks>
public sealed record Capitalisation
{
    /// <summary>Most that may be treated as capital in the year, GBP, nominal.</summary>
    public required YearlyPath Limit { get; init; }

    /// <summary>What of it is agreed before the budget is set, and in it, GBP; null for nothing.</summary>
    public YearlyPath? Planned { get; init; }

    /// <summary>What assets bring that may be sold for it, from the year in which they may be, GBP; null for none.</summary>
    public YearlyPath? Receipts { get; init; }

    /// <summary>Receipts that go into general reserves when the year starts, GBP; null for none.</summary>
    public YearlyPath? ToReserves { get; init; }

    /// <summary>Income of a year that is lost with assets, as a share of what they brought; null for none.</summary>
    public Quantity? IncomeLost { get; init; }

    /// <summary>Interest a year on what is borrowed in the year, as a share; null where nothing is borrowed.</summary>
    public YearlyPath? Rate { get; init; }

    /// <summary>Whole years over which what is borrowed is repaid, from the year after; 0 where nothing is borrowed.</summary>
    public int Over { get; init; }

    /// <summary>In what parts.</summary>
    public Repayment Method { get; init; }

    /// <summary>Debt for day-to-day cost that there is when the run starts; null for none.</summary>
    public OpeningDebt? OpeningDebt { get; init; }
}
