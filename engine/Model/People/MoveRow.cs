using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>Moves of people out of one need state.</summary>
/// <remarks>
/// All rows of one kind and one time for the same need state, age band and area are converted to the step together. In a row of
/// counts an entry for the state itself counts those who stayed.
/// </remarks>
public sealed record MoveRow
{
    /// <summary>Need state moved from.</summary>
    public required NeedStateId From { get; init; }

    /// <summary>Age bands concerned; empty for all.</summary>
    public ImmutableArray<AgeBandId> Ages { get; init; } = [];

    /// <summary>Areas concerned; empty for all.</summary>
    public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>How the values are stated.</summary>
    public required MoveKind Kind { get; init; }

    /// <summary>Time over which chances and counts are stated, in years.</summary>
    public double Over { get; init; } = 1.0;

    /// <summary>Destinations.</summary>
    public required ImmutableArray<MoveEntry> Entries { get; init; }

    /// <summary>Need state to which all go who do not leave otherwise; null when they stay.</summary>
    public NeedStateId? Rest { get; init; }
}
