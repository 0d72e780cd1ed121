namespace SystemSim.Analysis;

/// <summary>What a number of the answers becomes as two quantities move together, all others being central.</summary>
public sealed record SensitivityGrid
{
    /// <summary>The number that is looked at.</summary>
    public required SensitivityOf Of { get; init; }

    /// <summary>Path of the quantity that goes down the rows.</summary>
    public required string Down { get; init; }

    /// <summary>[row] its values.</summary>
    public required ImmutableArray<double> DownValues { get; init; }

    /// <summary>Path of the quantity that goes along the columns.</summary>
    public required string Along { get; init; }

    /// <summary>[column] its values.</summary>
    public required ImmutableArray<double> AlongValues { get; init; }

    /// <summary>[row][column] the number; null where the run was stopped.</summary>
    public required ImmutableArray<ImmutableArray<double?>> Numbers { get; init; }

    /// <summary>Why a run was stopped; null when none was.</summary>
    public string? Stopped { get; init; }
}
