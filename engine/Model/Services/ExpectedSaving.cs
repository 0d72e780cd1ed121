using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>What a business case for the service states that each pound saves, and whom.</summary>
public sealed record ExpectedSaving
{
    /// <summary>GBP saved by each payer for each GBP spent.</summary>
    public required ImmutableArray<SavingByPayer> PerPound { get; init; }

    /// <summary>Years within which it is saved.</summary>
    public required Quantity Within { get; init; }
}
