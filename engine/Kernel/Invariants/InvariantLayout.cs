using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Where a run's checks stand among its outputs.</summary>
public sealed record InvariantLayout
{
    /// <summary>Output that is zero as long as nothing broke.</summary>
    public required int Broken { get; init; }

    /// <summary>Every check; empty unless they are kept apart.</summary>
    public required ImmutableArray<Check> Checks { get; init; }
}
