using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>One item of the list of moves, as the file states it.</summary>
internal sealed record MoveKeys
{
    /// <summary>Need state moved from.</summary>
    public required NeedStateId From { get; init; }

    /// <summary>Where a single chance or rate leads; its value is null for death.</summary>
    public MoveTo? To { get; init; }

    /// <summary>Age bands; empty for all.</summary>
    public ImmutableArray<AgeBandId> Ages { get; init; } = [];

    /// <summary>Areas; empty for all.</summary>
    public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>A single chance.</summary>
    public ByAge<StatedPath>? Chance { get; init; }

    /// <summary>A single rate.</summary>
    public ByAge<StatedPath>? Rate { get; init; }

    /// <summary>A row of chances.</summary>
    public ImmutableArray<KeyValuePair<NeedStateId?, StatedPath>> Chances { get; init; } = [];

    /// <summary>A row of counts.</summary>
    public ImmutableArray<KeyValuePair<NeedStateId?, YearlyPath>> Counts { get; init; } = [];

    /// <summary>Time over which counts were taken, in years.</summary>
    public double Over { get; init; }

    /// <summary>Where all go who do not leave otherwise; null when they stay.</summary>
    public NeedStateId? Rest { get; init; }
}
