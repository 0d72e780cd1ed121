namespace SystemSim.Model;

/// <summary>What a unit of activity costs its provider.</summary>
/// <remarks>
/// <b>Units.</b> GBP a contact; GBP a bed-day for a service with a short stay; GBP a person a year for a service that people are in.
/// </remarks>
public sealed record UnitCost
{
    /// <summary>Cost of one unit, in prices of <see cref="PriceYear"/>; 0 of what costs nothing, such as what volunteers do.</summary>
    public required Quantity Unit { get; init; }

    /// <summary>Year whose prices it is stated in.</summary>
    public required FinancialYear PriceYear { get; init; }

    /// <summary>Index that carries it to other years; null when it never changes.</summary>
    public IndexId? Index { get; init; }

    /// <summary>Share of the cost that users are charged; null for none.</summary>
    public Quantity? Charges { get; init; }

    /// <summary>What users are charged for each unit beside that share; null for nothing.</summary>
    public ChargeOfUse? Use { get; init; }

    /// <summary>Whether users are charged anything.</summary>
    public bool IsCharged => Charges is not null || Use is not null;

    /// <summary>Share of the cost that stays whatever is done: buildings, management; null for none.</summary>
    public Quantity? Fixed { get; init; }

    /// <summary>Share of the cost that follows the capacity held, such as wards and teams; null for none. What is left is
    /// variable.</summary>
    public Quantity? SemiFixed { get; init; }

    /// <summary>Units in which capacity is held, as a share of the opening peak; null when it is held to measure.</summary>
    public Quantity? BlocksOf { get; init; }

    /// <summary>Years for which capacity that was last needed is held; rounded to whole steps, at least one; null for one step.</summary>
    public double? ReleasedAfter { get; init; }

    /// <summary>
    /// Activity a year for which fixed and semi-fixed cost are laid out, in the units of activity (people, for a service that people are
    /// in); null for that of today.
    /// </summary>
    public Quantity? Volume { get; init; }
}
