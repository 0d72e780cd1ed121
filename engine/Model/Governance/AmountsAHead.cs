using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>So much a year for everybody of a need state who is there when the year starts.</summary>
public sealed record AmountsAHead
{
    /// <summary>GBP a head a year by need state; nothing for states that are not named.</summary>
    public required ImmutableArray<AmountAHead> Amounts { get; init; }

    /// <summary>Age bands that count; empty for all.</summary>
    public ImmutableArray<AgeBandId> Ages { get; init; } = [];

    /// <summary>Areas that count; empty for all.</summary>
    public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>Year whose prices the amounts are in; null for the first of the run.</summary>
    public FinancialYear? Year { get; init; }

    /// <summary>Index that they follow; null for amounts that never change.</summary>
    public IndexId? Index { get; init; }

    /// <summary>What people are multiplied by, such as those registered over those resident; null for 1.</summary>
    public Quantity? Factor { get; init; }
}
