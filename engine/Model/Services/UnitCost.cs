namespace SystemSim.Model;

/// <summary>What a unit of activity costs its provider.</summary>
/// <remarks>
/// <b>Units.</b> GBP a contact; GBP a bed-day for a service with a short stay; GBP a person a year for a service that people are in.
/// </remarks>
public sealed record UnitCost
{
    /// <summary>Cost of one unit, in prices of <see cref="PriceYear"/>; above zero.</summary>
    public required Quantity Unit { get; init; }

    /// <summary>Year whose prices it is stated in.</summary>
    public required FinancialYear PriceYear { get; init; }

    /// <summary>Index that carries it to other years; null when it never changes.</summary>
    public IndexId? Index { get; init; }

    /// <summary>Share of the cost that users are charged; null for none.</summary>
    public Quantity? Charges { get; init; }
}
