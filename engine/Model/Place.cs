using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>One place under one option: its people, services, organisations, and how they are governed.</summary>
/// <remarks>
/// All places of a scenario have the same areas, age bands, need states, services, organisations, limits and effects in the same
/// order: an option changes numbers and governance, not what there is.
/// </remarks>
public sealed record Place
{
    /// <summary>Everyone who lives there.</summary>
    public required Population People { get; init; }

    /// <summary>Services, in declaration order.</summary>
    public required ImmutableArray<Service> Services { get; init; }

    /// <summary>Limits that several services share.</summary>
    public ImmutableArray<SharedLimit> Limits { get; init; } = [];

    /// <summary>Effects: of services, standing alone, then of every arrangement; in declaration order.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>How effects on one target are combined unless <see cref="Combinations"/> says otherwise.</summary>
    public CombinationRule Combine { get; init; }

    /// <summary>Targets with a combination rule of their own.</summary>
    public ImmutableArray<Combination> Combinations { get; init; } = [];

    /// <summary>Organisations, in declaration order.</summary>
    public required ImmutableArray<Organisation> Organisations { get; init; }

    /// <summary>The arrangement in force.</summary>
    public required Arrangement Governance { get; init; }
}
