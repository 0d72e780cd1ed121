using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>What becomes of demand that is not met.</summary>
public sealed record Unmet
{
    /// <summary>Share of those by whom the list would grow who join it; the others leave. Whoever waits already waits on.</summary>
    public required Quantity Waits { get; init; }

    /// <summary>Share of those who wait who give up within <see cref="RenegesOver"/>; null when nobody does.</summary>
    public Quantity? Reneges { get; init; }

    /// <summary>Time within which they do, in years.</summary>
    public double RenegesOver { get; init; } = 1.0;

    /// <summary>Where those who leave ask next.</summary>
    public ImmutableArray<Diversion> Diverts { get; init; } = [];

    /// <summary>What going without does.</summary>
    public ImmutableArray<Harm> Harms { get; init; } = [];
}
