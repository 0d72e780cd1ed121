using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>A value for every year.</summary>
public sealed record PathPlan
{
    /// <summary>Stated values, by year counted from the first of the run; earlier years are negative.</summary>
    public required ImmutableArray<(int Year, Number Value)> Points { get; init; }

    /// <summary>Growth a year after the last point; null for none.</summary>
    public Number? Growth { get; init; }

    /// <summary>Row of the index followed after the last point; -1 for none.</summary>
    public int Index { get; init; } = -1;
}
