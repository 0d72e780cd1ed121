using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>People of one area and age band at the start, and how they spread over need states.</summary>
public sealed record StartingPeople
{
    /// <summary>Area.</summary>
    public required AreaId Area { get; init; }

    /// <summary>Age band.</summary>
    public required AgeBandId Age { get; init; }

    /// <summary>Number of people.</summary>
    public required Quantity People { get; init; }

    /// <summary>[need state] shares, adding up to 1.</summary>
    public required ImmutableArray<Quantity> Need { get; init; }
}
