using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>How the draws of one uncertain quantity come about.</summary>
public sealed record DrawnRow
{
    /// <summary>Stream of its uniform numbers: a hash of its name.</summary>
    public required ulong Stream { get; init; }

    /// <summary>Its distribution; null when its draws are given, or when it has one value alone.</summary>
    public QuantileCurve? Curve { get; init; }

    /// <summary>[draw - 1] its draws, where they are given; after the last, the central value.</summary>
    public ImmutableArray<double> Given { get; init; } = [];
}
