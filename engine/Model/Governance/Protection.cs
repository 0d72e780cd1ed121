using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A share of a fund's money that is kept for a class of its services.</summary>
public sealed record Protection
{
    /// <summary>Share of the fund's money by year.</summary>
    public required YearlyPath Share { get; init; }

    /// <summary>The tier whose services are the class; null where they are named.</summary>
    public string? Tier { get; init; }

    /// <summary>The services of the class that the fund pays for, those that must be given among them.</summary>
    public required ImmutableArray<ServiceId> Services { get; init; }

    /// <summary>Whether the brake leaves them alone.</summary>
    public bool BrakeSpares { get; init; }
}
