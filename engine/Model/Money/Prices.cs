using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>Prices: which year real values are in, and the indices.</summary>
public sealed record Prices
{
    /// <summary>Year whose prices real values are stated in.</summary>
    public required FinancialYear Base { get; init; }

    /// <summary>Whether the answers lead with real values.</summary>
    public bool ReportReal { get; init; }

    /// <summary>Index that turns nominal into real values; null when prices do not change.</summary>
    public IndexId? Deflator { get; init; }

    /// <summary>All indices, in declaration order.</summary>
    public ImmutableArray<PriceIndex> Indices { get; init; } = [];
}
