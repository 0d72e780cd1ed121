namespace SystemSim.Model;

/// <summary>An organisation's reserves at the start, and what is planned with them.</summary>
public sealed record Reserves
{
    /// <summary>General reserves at the start, GBP.</summary>
    public required Quantity General { get; init; }

    /// <summary>Level below which general reserves are not drawn, GBP; null for zero.</summary>
    public Quantity? Floor { get; init; }

    /// <summary>Reserves at the start that meet the organisation's shares of pools' overspends, GBP; null for none.</summary>
    public Quantity? ForOverspends { get; init; }

    /// <summary>Planned movement into general reserves, GBP a year, negative when drawn; null for none.</summary>
    public YearlyPath? Planned { get; init; }
}
