using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>An organisation's reserves at the start, and what is planned with them.</summary>
public sealed record Reserves
{
    /// <summary>What general reserves are called among the others.</summary>
    public const string GeneralName = "general";

    /// <summary>General reserves at the start, GBP.</summary>
    public required Quantity General { get; init; }

    /// <summary>Level below which general reserves are not drawn, GBP; null for zero.</summary>
    public Quantity? Floor { get; init; }

    /// <summary>Reserves that are set aside for a purpose.</summary>
    public ImmutableArray<EarmarkedReserve> Earmarked { get; init; } = [];

    /// <summary>Names of all earmarked reserves and <see cref="GeneralName"/>, in the order in which they meet an overspend; empty for
    /// earmarked ones as declared, then general ones.</summary>
    public ImmutableArray<string> Order { get; init; } = [];

    /// <summary>Planned movement into general reserves, GBP a year, negative when drawn; null for none.</summary>
    public YearlyPath? Planned { get; init; }
}
