using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>A number of a scenario: known, or drawn.</summary>
public sealed record Number
{
    /// <summary>The central value.</summary>
    public required double Central { get; init; }

    /// <summary>Row among the uncertain quantities; -1 when it has one value.</summary>
    public int Quantity { get; init; } = -1;

    /// <summary>Rows of the uncertain factors that multiply it.</summary>
    public ImmutableArray<int> Factors { get; init; } = [];

    /// <summary>A number that is known.</summary>
    public static Number Known(double value) => new() { Central = value };
}
