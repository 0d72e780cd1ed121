using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>The people of a place.</summary>
public sealed record PeoplePlan
{
    /// <summary>Number of areas.</summary>
    public required int Areas { get; init; }

    /// <summary>[age band] steps of ageing a year of width: years of age in the band; 0 for the last, which nobody leaves.</summary>
    public required ImmutableArray<int> Widths { get; init; }

    /// <summary>[need state] quality weight; null entries weigh nothing.</summary>
    public required ImmutableArray<Number?> Quality { get; init; }

    /// <summary>[cohort] cohorts, need state fastest, area slowest.</summary>
    public required ImmutableArray<CohortPlan> Cohorts { get; init; }

    /// <summary>Deaths counted a year; null when deaths are chances.</summary>
    public PathPlan? DeathCount { get; init; }

    /// <summary>What chances of dying are scaled to; null when they stand as they are.</summary>
    public DeathScalePlan? DeathScale { get; init; }

    /// <summary>Births; null for none.</summary>
    public PathPlan? Births { get; init; }

    /// <summary>Whether births are a rate per living person of the area, rather than a count.</summary>
    public bool BirthsAreRate { get; init; }

    /// <summary>Net migration; null for none.</summary>
    public PathPlan? Migration { get; init; }

    /// <summary>Whether migration is a rate per living person of the area, rather than a count.</summary>
    public bool MigrationIsRate { get; init; }

    /// <summary>Control totals; no cohort is in two.</summary>
    public ImmutableArray<ControlPlan> Controls { get; init; } = [];

    /// <summary>Number of need states.</summary>
    public int Needs => Quality.Length;

    /// <summary>Row of a cohort.</summary>
    public int Cohort(int area, int age, int need) => (((area * Widths.Length) + age) * Needs) + need;
}
