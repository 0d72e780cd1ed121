namespace SystemSim.Model;

/// <summary>What is said of a ring-fenced account: whose it is, and from when its deficit counts.</summary>
public sealed record Account
{
    /// <summary>The council whose account it is.</summary>
    public required OrganisationId Owner { get; init; }

    /// <summary>Year from whose start its deficit is the owner's; null for never.</summary>
    public FinancialYear? CountsFrom { get; init; }

    /// <summary>What the owner pays a year for carrying its deficit until then, as a share of it; null for nothing.</summary>
    public Quantity? Financing { get; init; }

    /// <summary>A grant towards its deficit; null for none.</summary>
    public DeficitGrant? Grant { get; init; }

    /// <summary>Share of a year's overspend that the centre meets; null for none.</summary>
    public YearlyPath? CentreMeets { get; init; }
}
