using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>What a section does: its instructions in order, then its stores.</summary>
public sealed record SectionCode
{
    /// <summary>Instructions, in order.</summary>
    public required ImmutableArray<Instruction> Instructions { get; init; }

    /// <summary>Stores, done after all instructions; no store reads a row that another has written.</summary>
    public required ImmutableArray<Store> Stores { get; init; }
}
