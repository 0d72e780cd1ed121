namespace SystemSim.Model;

/// <summary>Births or net migration: people who join (or, for negative migration, leave) from outside.</summary>
public sealed record PopulationFlow
{
    /// <summary>Whether <see cref="Value"/> is a rate per living person of the area a year, rather than people a year.</summary>
    public required bool IsRate { get; init; }

    /// <summary>Rate or people a year; only migration may be negative.</summary>
    public required YearlyPath Value { get; init; }

    /// <summary>How they are spread over cohorts. For a rate the areas' shares are not used: each area has its own.</summary>
    public required CohortShares Shares { get; init; }
}
