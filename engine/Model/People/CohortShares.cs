using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How a number of people is spread over cohorts: a cohort gets the product of its shares.</summary>
/// <remarks>Each list adds up to 1. An empty list of areas means in proportion to opening people.</remarks>
public sealed record CohortShares
{
    /// <summary>[area] shares; empty for in proportion to opening people.</summary>
    public ImmutableArray<Quantity> Areas { get; init; } = [];

    /// <summary>[age band] shares.</summary>
    public required ImmutableArray<Quantity> Ages { get; init; }

    /// <summary>[need state] shares.</summary>
    public required ImmutableArray<Quantity> Need { get; init; }
}
