using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How uncertain a quantity is, as the scenario states it.</summary>
/// <remarks>Fields not stated are null; which of them go together is for the reader to check.</remarks>
public sealed record Spread
{
    /// <summary>Name of the distribution's shape; null when none is stated.</summary>
    public string? Shape { get; init; }

    /// <summary>Lower end of the stated interval, in the quantity's unit.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of the stated interval, in the quantity's unit.</summary>
    public double? High { get; init; }

    /// <summary>Chance that the stated interval holds the quantity; null for what its shape takes unless stated.</summary>
    public double? Interval { get; init; }

    /// <summary>Standard deviation, in the quantity's unit.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>Events counted, for a share known from counts.</summary>
    public double? Events { get; init; }

    /// <summary>Out of how many, for a share known from counts.</summary>
    public double? Of { get; init; }

    /// <summary>Values that it may have (discrete) or that were seen (empirical); else empty.</summary>
    public ImmutableArray<double> Values { get; init; } = [];

    /// <summary>[value] weights of discrete values; empty where all have the same.</summary>
    public ImmutableArray<double> Weights { get; init; } = [];

    /// <summary>Whether it states the same; values one by one.</summary>
    public bool Equals(Spread? other) =>
        other is not null && Stated == other.Stated && Values.SequenceEqual(other.Values) && Weights.SequenceEqual(other.Weights);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Stated, Values.Length, Weights.Length);

    private (string? Shape, double? Low, double? High, double? Interval, double? Deviation, double? Events, double? Of) Stated =>
        (Shape, Low, High, Interval, StandardDeviation, Events, Of);
}
