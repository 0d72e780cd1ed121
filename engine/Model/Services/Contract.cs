namespace SystemSim.Model;

/// <summary>The terms on which a fund pays a provider for a service.</summary>
/// <remarks><b>Units.</b> Money is GBP of the first year, carried to later years by <see cref="Index"/>.</remarks>
public sealed record Contract
{
    /// <summary>How payment follows from activity.</summary>
    public required ContractForm Form { get; init; }

    /// <summary>Sum a year, where the form has one; null for the price of the volume.</summary>
    public Quantity? Sum { get; init; }

    /// <summary>Price of a unit of activity (a person a year in places), net of charges; null for the unit cost net of charges.</summary>
    public Quantity? Price { get; init; }

    /// <summary>Agreed activity a year (people, in places); null for that for which fixed cost is laid out.</summary>
    public Quantity? Volume { get; init; }

    /// <summary>Share of the price that is paid for activity above the volume, or by activity in an aligned incentive; null where the form
    /// has none.</summary>
    public Quantity? Rate { get; init; }

    /// <summary>Target cost a year of an alliance, net of charges; null for the net cost of the volume.</summary>
    public Quantity? Target { get; init; }

    /// <summary>Share of what an alliance costs below its target that goes to the provider; null for none.</summary>
    public Quantity? GainShare { get; init; }

    /// <summary>Share of what an alliance costs above its target that the provider bears; null for none.</summary>
    public Quantity? PainShare { get; init; }

    /// <summary>Most that the provider of an alliance bears in a year; null for no bound.</summary>
    public Quantity? StopLoss { get; init; }

    /// <summary>Price index of all money in the contract; null for the service's own cost index.</summary>
    public IndexId? Index { get; init; }

    /// <summary>Whole years after which sum, volume and target are agreed anew; null for never.</summary>
    public int? Term { get; init; }

    /// <summary>Years before which a cut of a block or a grant must be told: until then the sum is paid and delivered whole; rounded to
    /// whole steps; null where it can be cut at once.</summary>
    public double? Notice { get; init; }

    /// <summary>What is paid to today's provider when an arrangement replaces the contract; null for nothing.</summary>
    public Quantity? BreakCharge { get; init; }

    /// <summary>What letting the contract costs, each time; null for nothing.</summary>
    public Quantity? TransactionCost { get; init; }

    /// <summary>What a cut does to the provider of a grant; null when it does nothing but the cut.</summary>
    public Collapse? Collapse { get; init; }
}
