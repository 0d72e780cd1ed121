using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The cohorts of a population.</summary>
internal static class PopulationCohorts
{
    /// <summary>All cohorts, need state fastest and area slowest.</summary>
    public static IEnumerable<(AreaId Area, AgeBandId Age, NeedStateId Need)> AllCohorts(this Population people) =>
        from area in people.Areas
        from age in people.Ages
        from need in people.Need
        select (area, age.Id, need.Id);

    /// <summary>Whether a row of moves concerns any of a group.</summary>
    public static bool Concerns(this MoveRow row, CohortGroup group) => Overlap(row.Ages, group.Ages) && Overlap(row.Areas, group.Areas);

    private static bool Overlap<T>(ImmutableArray<T> some, ImmutableArray<T> others) =>
        some.IsEmpty || others.IsEmpty || some.Any(others.Contains);
}
