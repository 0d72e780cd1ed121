using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Something that effects and harm multiply, with all of them together.</summary>
public sealed record TargetPlan
{
    /// <summary>What it is.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>Row of the service, or of the need state moved from.</summary>
    public int Row { get; init; }

    /// <summary>Row of the need state moved to.</summary>
    public int To { get; init; }

    /// <summary>How effects are combined.</summary>
    public required CombinationRule Combine { get; init; }

    /// <summary>Rows of the effects, in order of declaration.</summary>
    public required ImmutableArray<int> Effects { get; init; }

    /// <summary>Rows of the harms, in order of declaration.</summary>
    public required ImmutableArray<int> Harms { get; init; }
}
