using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>Everyone who lives in the place, and how they change.</summary>
/// <remarks>
/// <para><b>Shape.</b> A cohort is an area, an age band and a need state; cohorts are ordered with the need state fastest and the
/// area slowest. The dead are counted by area and last age band.</para>
/// </remarks>
public sealed record Population
{
    /// <summary>Areas, in declaration order; at least one.</summary>
    public required ImmutableArray<AreaId> Areas { get; init; }

    /// <summary>Age bands from youngest to oldest.</summary>
    public required ImmutableArray<AgeBand> Ages { get; init; }

    /// <summary>Need states from least to most need.</summary>
    public required ImmutableArray<NeedState> Need { get; init; }

    /// <summary>[area, age band], age band fastest.</summary>
    public required ImmutableArray<StartingPeople> Start { get; init; }

    /// <summary>Moves between need states, in declaration order.</summary>
    public ImmutableArray<MoveRow> Moves { get; init; } = [];

    /// <summary>Deaths beside those that moves state; null when there are none.</summary>
    public Deaths? Deaths { get; init; }

    /// <summary>Births; null when there are none.</summary>
    public PopulationFlow? Births { get; init; }

    /// <summary>Net migration; null when there is none.</summary>
    public PopulationFlow? Migration { get; init; }

    /// <summary>Control totals; none shares people with another.</summary>
    public ImmutableArray<ControlTotal> ControlTotals { get; init; } = [];

    /// <summary>Number of cohorts.</summary>
    public int Cohorts => Areas.Length * Ages.Length * Need.Length;

    /// <summary>Row of a cohort.</summary>
    /// <param name="area">Row of its area.</param>
    /// <param name="age">Row of its age band.</param>
    /// <param name="need">Row of its need state.</param>
    public int Cohort(int area, int age, int need) => (((area * Ages.Length) + age) * Need.Length) + need;
}
