namespace SystemSim.Model;

/// <summary>The terms on which a fund pays a provider for a service.</summary>
public sealed record Contract
{
    /// <summary>How payment follows from activity.</summary>
    public required ContractForm Form { get; init; }

    /// <summary>GBP a year in the first year, for a block; null for the price of opening demand.</summary>
    public Quantity? Sum { get; init; }

    /// <summary>Price index that carries <see cref="Sum"/> to later years; null for the service's own cost index.</summary>
    public IndexId? Index { get; init; }
}
