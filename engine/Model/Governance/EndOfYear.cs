using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>What a pool does with an underspend, and how it meets an overspend.</summary>
/// <remarks>
/// The shares kept, returned and shared add up to 1. An overspend is met from the contingency, then the risk reserve, then by the
/// partners.
/// </remarks>
public sealed record EndOfYear
{
    /// <summary>Share of an underspend kept in the pool's risk reserve; null for none.</summary>
    public Quantity? Kept { get; init; }

    /// <summary>Share of an underspend that leaves the place; null for none.</summary>
    public Quantity? Returned { get; init; }

    /// <summary>Risk reserve that partners pay in at the start of the pool's first year, GBP; null for none.</summary>
    public Quantity? RiskReserve { get; init; }

    /// <summary>How partners share an overspend.</summary>
    public RiskShare RiskShare { get; init; }

    /// <summary>Stated shares of overspends and of shared underspends; empty for in proportion to contributions.</summary>
    public ImmutableArray<PartnerShare> Shares { get; init; } = [];

    /// <summary>What the host alone bears or keeps of an overspend or an underspend, as a share of all contributions; null for
    /// nothing.</summary>
    public Quantity? Corridor { get; init; }

    /// <summary>What the host bears first, GBP a year, nominal, when it leads; null otherwise.</summary>
    public YearlyPath? Slice { get; init; }

    /// <summary>Most that partners bear, GBP a year, nominal; partners without one bear without bound.</summary>
    public ImmutableArray<PartnerPath> Caps { get; init; } = [];

    /// <summary>Services whose overspends are borne by whoever brought them in, before anything is shared.</summary>
    public ImmutableArray<ServiceId> Excluded { get; init; } = [];
}
