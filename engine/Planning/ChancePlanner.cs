using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Gives all that comes about by chance a stream of its own, by its name: what is added to a scenario changes the chance of
/// nothing else.</summary>
internal static class ChancePlanner
{
    /// <summary>The streams of a place.</summary>
    /// <param name="chance">What comes about by chance.</param>
    /// <param name="place">The place.</param>
    public static ChancePlan Build(ImmutableArray<ByChance> chance, Place place) => new()
    {
        People = chance.Contains(ByChance.People) ? [.. Cohorts(place.People)] : [],
        Demand = chance.Contains(ByChance.Demand) ? [.. place.Services.Select(service => StreamKey.Of($"chance/demand/{service.Id}"))] : [],
    };

    private static IEnumerable<CohortChance> Cohorts(Population people) =>
        from area in people.Areas
        from age in people.Ages
        from need in people.Need
        let cohort = $"{area}/{age.Id}/{need.Id}"
        select new CohortChance(
            StreamKey.Of($"chance/deaths/{cohort}"),
            [.. people.Need.Select(to => StreamKey.Of($"chance/moves/{cohort}/{to.Id}"))],
            StreamKey.Of($"chance/ageing/{cohort}"),
            StreamKey.Of($"chance/births/{cohort}"));
}
