using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What one partner pays into a pool, as the file states it.</summary>
/// <param name="Terms">What it pays.</param>
internal sealed record ReadContribution(Contribution Terms)
{
    /// <summary>Years that it must tell before it leaves, from the start of the run.</summary>
    public double Notice { get; init; }

    /// <summary>Services that it brought in and that stay in the pool when it leaves.</summary>
    public ImmutableArray<ServiceId> Stays { get; init; } = [];
}
