using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>The terms of a pool.</summary>
public sealed record PoolPlan
{
    /// <summary>Partners, in order.</summary>
    public required ImmutableArray<PartnerPlan> Partners { get; init; }

    /// <summary>Partner that bears what nobody else does: its row among the partners.</summary>
    public required int Host { get; init; }

    /// <summary>Agreed total by year; null otherwise.</summary>
    public PathPlan? Total { get; init; }

    /// <summary>Cost of setting up, in the first year.</summary>
    public required Number SetUp { get; init; }

    /// <summary>Cost of running by year; null for none.</summary>
    public PathPlan? Running { get; init; }

    /// <summary>Share of an underspend kept.</summary>
    public required Number Kept { get; init; }

    /// <summary>Share of an underspend that leaves the place.</summary>
    public required Number Returned { get; init; }

    /// <summary>Risk reserve that partners pay in when the pool starts.</summary>
    public required Number RiskReserve { get; init; }

    /// <summary>Row of its last year, after which it gives back what it holds; null where it goes on.</summary>
    public int? LastYear { get; init; }

    /// <summary>How partners share an overspend.</summary>
    public required RiskShare RiskRule { get; init; }

    /// <summary>What the host alone bears or keeps, as a share of all contributions; null for nothing.</summary>
    public Number? Corridor { get; init; }

    /// <summary>What the host bears first by year, when it leads; null otherwise.</summary>
    public PathPlan? Slice { get; init; }
}
