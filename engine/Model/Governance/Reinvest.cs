using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A share of a year's surplus that goes to named services before the rule divides the rest.</summary>
public sealed record Reinvest
{
    /// <summary>Share of the surplus.</summary>
    public required Quantity Share { get; init; }

    /// <summary>Services it goes to, in proportion to their last budgets.</summary>
    public required ImmutableArray<ServiceId> Services { get; init; }
}
