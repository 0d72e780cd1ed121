using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A named uncertain factor that multiplies many numbers at once: all rates of a service, all moves from one state.</summary>
public sealed record Factor
{
    /// <summary>Name used in the scenario.</summary>
    public required FactorId Id { get; init; }

    /// <summary>The factor itself; 1 leaves every number as it is.</summary>
    public required Quantity Value { get; init; }

    /// <summary>Paths of the numbers it multiplies; a path stands for every number below it.</summary>
    public required ImmutableArray<string> On { get; init; }
}
