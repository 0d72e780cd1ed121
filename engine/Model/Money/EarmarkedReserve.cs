using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A reserve that is set aside for a purpose, and used for nothing else.</summary>
public sealed record EarmarkedReserve
{
    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>What it holds at the start, GBP.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>What it meets.</summary>
    public required ReservePurpose Meets { get; init; }

    /// <summary>Services whose overspends it meets; empty for another purpose.</summary>
    public ImmutableArray<ServiceId> Services { get; init; } = [];
}
