using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>What a ledger holds and which outputs of a program fill it.</summary>
public sealed record LedgerLayout
{
    /// <summary>What each row is.</summary>
    public required ImmutableArray<LedgerRow> Rows { get; init; }

    /// <summary>[row] output read when a year has ended.</summary>
    public required ImmutableArray<int> YearOutputs { get; init; }

    /// <summary>[row] output read when a step has ended; -1 for rows that steps do not have.</summary>
    public required ImmutableArray<int> StepOutputs { get; init; }
}
