using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>What becomes of demand that is not met.</summary>
public sealed record Unmet
{
    /// <summary>Share of this step's unmet demand that waits for the next; the rest leaves. Per step.</summary>
    public required Quantity Waits { get; init; }

    /// <summary>Share of the opening list that gives up before it is served. Per step.</summary>
    public Quantity? Reneges { get; init; }

    /// <summary>Where those who leave ask next.</summary>
    public ImmutableArray<Diversion> Diverts { get; init; } = [];

    /// <summary>What going without does.</summary>
    public ImmutableArray<Harm> Harms { get; init; } = [];
}
