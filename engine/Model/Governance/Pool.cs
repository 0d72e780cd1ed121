using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>What makes a fund a pool: partners, what each brings, and the terms between them.</summary>
public sealed record Pool
{
    /// <summary>Partner that runs the fund and bears what nobody else does.</summary>
    public required OrganisationId Host { get; init; }

    /// <summary>What each partner pays in, in declaration order; at least one.</summary>
    public required ImmutableArray<Contribution> Contributions { get; init; }

    /// <summary>Agreed total by year, GBP, for contributions that are shares of it; null otherwise.</summary>
    public YearlyPath? Total { get; init; }

    /// <summary>Which partner brought each service in; one entry for each service the pool pays for.</summary>
    public required ImmutableArray<ServiceOwner> BroughtIn { get; init; }

    /// <summary>Services whose overspend and underspend are their owner's.</summary>
    public ImmutableArray<ServiceOwner> RingFenced { get; init; } = [];

    /// <summary>GBP spent in the first year to set the pool up; null for nothing.</summary>
    public Quantity? SetUp { get; init; }

    /// <summary>GBP a year spent on running the pool; null for nothing.</summary>
    public YearlyPath? Running { get; init; }

    /// <summary>Terms at the end of a year.</summary>
    public required EndOfYear EndOfYear { get; init; }
}
