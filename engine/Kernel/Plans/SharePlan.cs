namespace SystemSim.Kernel;

/// <summary>A cohort's share of a number of people: the product of three shares.</summary>
public sealed record SharePlan
{
    /// <summary>Share of the area; null for its share of opening people.</summary>
    public Number? Area { get; init; }

    /// <summary>Share of the age band.</summary>
    public required Number Age { get; init; }

    /// <summary>Share of the need state.</summary>
    public required Number Need { get; init; }
}
