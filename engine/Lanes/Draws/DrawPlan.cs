using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>All that drawing needs, with names turned into rows and streams, and distributions into curves.</summary>
public sealed record DrawPlan
{
    /// <summary>How uniform numbers are spread.</summary>
    public required DrawMethod Method { get; init; }

    /// <summary>[quantity] central values: draw 0.</summary>
    public required ImmutableArray<double> Central { get; init; }

    /// <summary>[quantity] how their draws come about; further rows help others and are no quantities.</summary>
    public required ImmutableArray<DrawnRow> Rows { get; init; }

    /// <summary>Quantities that go together.</summary>
    public ImmutableArray<CorrelatedRows> Correlated { get; init; } = [];

    /// <summary>Quantities that are shares of one whole.</summary>
    public ImmutableArray<Normalised> Normalised { get; init; } = [];

    /// <summary>Rules that draws may break.</summary>
    public ImmutableArray<DrawLimit> Limits { get; init; } = [];
}
