using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Births or migration as the file states them; what is empty is not stated.</summary>
internal sealed record FlowKeys
{
    /// <summary>A rate; null when a count is stated.</summary>
    public YearlyPath? Rate { get; init; }

    /// <summary>A count; null when a rate is stated.</summary>
    public YearlyPath? Count { get; init; }

    /// <summary>[area] shares.</summary>
    public ImmutableArray<Quantity> Areas { get; init; } = [];

    /// <summary>[age band] shares.</summary>
    public ImmutableArray<Quantity> Ages { get; init; } = [];

    /// <summary>[need state] shares.</summary>
    public ImmutableArray<Quantity> Need { get; init; } = [];
}
