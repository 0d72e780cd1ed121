namespace SystemSim.Model;

/// <summary>A settlement of some years over which a council plans as one: it saves in the good ones for the lean.</summary>
public sealed record BalancedYears
{
    /// <summary>Its first year.</summary>
    public required FinancialYear From { get; init; }

    /// <summary>How many years it has.</summary>
    public required int Years { get; init; }

    /// <summary>General reserves that may be used over it, GBP; null for none.</summary>
    public Quantity? Use { get; init; }

    /// <summary>Index by which what is spent is to grow; null for the same amount every year.</summary>
    public IndexId? Index { get; init; }
}
