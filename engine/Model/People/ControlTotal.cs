using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How many people there are of some ages or areas by an official projection, which people follow by a residual.</summary>
public sealed record ControlTotal
{
    /// <summary>Whose number it is: everyone, an area, an age band, or an age band of an area; all need states.</summary>
    public required CohortGroup Of { get; init; }

    /// <summary>People on 30 June of stated financial years, in rising order; at least one. Each has one value, in every draw.</summary>
    public required ImmutableArray<PathPoint> Totals { get; init; }
}
