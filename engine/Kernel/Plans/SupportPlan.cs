namespace SystemSim.Kernel;

/// <summary>Leave to treat day-to-day cost as capital.</summary>
public sealed record SupportPlan
{
    /// <summary>Most that may be drawn by year.</summary>
    public required PathPlan Limit { get; init; }

    /// <summary>What of it is in the budget; null for nothing.</summary>
    public PathPlan? Planned { get; init; }

    /// <summary>What assets bring that may be sold from the year on; null for none.</summary>
    public PathPlan? Receipts { get; init; }

    /// <summary>Receipts that go into general reserves when the year starts; null for none.</summary>
    public PathPlan? ToReserves { get; init; }

    /// <summary>Income of a year that is lost, as a share of what assets brought.</summary>
    public required Number IncomeLost { get; init; }

    /// <summary>Interest a year on what is borrowed in the year; null where nothing is borrowed.</summary>
    public PathPlan? Rate { get; init; }

    /// <summary>Years over which a year's borrowing is repaid.</summary>
    public required int Over { get; init; }

    /// <summary>In what parts.</summary>
    public required Repayment Method { get; init; }

    /// <summary>Debt that there is when the run starts; null for none.</summary>
    public OpeningDebtPlan? Debt { get; init; }
}
