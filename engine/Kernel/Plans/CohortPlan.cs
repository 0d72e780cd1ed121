using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>One cohort: who is in it, and where they go.</summary>
public sealed record CohortPlan
{
    /// <summary>Row of its area.</summary>
    public required int Area { get; init; }

    /// <summary>Row of its age band.</summary>
    public required int Age { get; init; }

    /// <summary>Row of its need state.</summary>
    public required int Need { get; init; }

    /// <summary>People of its area and age band at the start.</summary>
    public required Number People { get; init; }

    /// <summary>Share of them in its need state.</summary>
    public required Number Share { get; init; }

    /// <summary>Moves out of it, one entry for each kind and time.</summary>
    public required ImmutableArray<MovePlan> Moves { get; init; }

    /// <summary>Need state of those who do not leave otherwise; <see cref="MovePlan.Nowhere"/> when they stay.</summary>
    public required int RestTo { get; init; }

    /// <summary>Chance of dying beside those in moves, by year; null for none.</summary>
    public PathPlan? DeathChance { get; init; }

    /// <summary>Time over which the chance of dying is stated, in years.</summary>
    public double DeathOver { get; init; } = 1.0;

    /// <summary>Share of the yearly count of deaths; null when deaths are not counted.</summary>
    public SharePlan? DeathShare { get; init; }

    /// <summary>Share of births; null for none.</summary>
    public SharePlan? BirthShare { get; init; }

    /// <summary>Share of net migration; null for none.</summary>
    public SharePlan? MigrationShare { get; init; }
}
