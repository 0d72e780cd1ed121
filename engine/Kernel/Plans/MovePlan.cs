using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Moves out of one cohort, as stated over one time.</summary>
public sealed record MovePlan
{
    /// <summary>Destination of a death.</summary>
    public const int Dead = -1;

    /// <summary>No destination.</summary>
    public const int Nowhere = -2;

    /// <summary>Whether the values are rates a year; else they are chances, converted to the step as a whole.</summary>
    public required bool AreRates { get; init; }

    /// <summary>Time over which chances are stated, in years.</summary>
    public required double Over { get; init; }

    /// <summary>Destinations.</summary>
    public required ImmutableArray<MoveEntryPlan> Entries { get; init; }

    /// <summary>Whether a rest takes all others, so that chances stand as stated.</summary>
    public required bool HasRest { get; init; }
}
