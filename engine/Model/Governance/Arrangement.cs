using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A governance arrangement: which funds there are and how each is run.</summary>
/// <remarks>Every service is paid by exactly one fund.</remarks>
public sealed record Arrangement
{
    /// <summary>Name used in the scenario.</summary>
    public required GovernanceId Id { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>Whose purse pays.</summary>
    public required GovernanceKind Kind { get; init; }

    /// <summary>Own funds, then pools, in declaration order.</summary>
    public required ImmutableArray<Fund> Funds { get; init; }
}
