namespace SystemSim.Analysis;

/// <summary>Which quantities the spread of a number is due to.</summary>
public sealed record SobolIndices
{
    /// <summary>The number that is looked at.</summary>
    public required SensitivityOf Of { get; init; }

    /// <summary>Seed of the draws.</summary>
    public required int Seed { get; init; }

    /// <summary>Draws of either sample.</summary>
    public required int Draws { get; init; }

    /// <summary>Draws of which a run, or a mixture of two, was stopped; left out.</summary>
    public required int Stopped { get; init; }

    /// <summary>How many draws were made and left out.</summary>
    public DrawCount Count => new(Draws, Stopped);

    /// <summary>Mean of the number over both samples.</summary>
    public required double Mean { get; init; }

    /// <summary>Its standard deviation.</summary>
    public required double Deviation { get; init; }

    /// <summary>The indices, the largest total first; those as large as each other in the scenario's order.</summary>
    public required ImmutableArray<SobolIndex> Indices { get; init; }
}
