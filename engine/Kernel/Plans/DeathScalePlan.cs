using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Deaths a year to which chances of dying are scaled.</summary>
public sealed record DeathScalePlan
{
    /// <summary>Deaths a year.</summary>
    public required PathPlan To { get; init; }

    /// <summary>Years in which the scale is worked out anew, rising, the first of the run first; until the next it stays as it
    /// is.</summary>
    public required ImmutableArray<int> Years { get; init; }

    /// <summary>
    /// [scaled year] deaths that the chances give in a year on the people of its start, in the baseline with central values. That of the
    /// first year is known from today's people; the others once they are fitted.
    /// </summary>
    public required ImmutableArray<double> ByChance { get; init; }

    /// <summary>Whether all are known.</summary>
    public bool IsFitted => ByChance.Length == Years.Length;
}
