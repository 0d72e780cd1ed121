using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>Some of the cohorts: a target group, or those whom a move concerns.</summary>
/// <remarks>An empty list stands for all.</remarks>
public sealed record CohortGroup
{
    /// <summary>Everyone.</summary>
    public static CohortGroup Everyone { get; } = new();

    /// <summary>Areas; empty for all.</summary>
    public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>Age bands; empty for all.</summary>
    public ImmutableArray<AgeBandId> Ages { get; init; } = [];

    /// <summary>Need states; empty for all.</summary>
    public ImmutableArray<NeedStateId> Need { get; init; } = [];

    /// <summary>Whether a cohort is among them.</summary>
    public bool Includes(AreaId area, AgeBandId age, NeedStateId need) =>
        (Areas.IsEmpty || Areas.Contains(area)) && (Ages.IsEmpty || Ages.Contains(age)) && (Need.IsEmpty || Need.Contains(need));
}
