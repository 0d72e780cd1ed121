namespace SystemSim.Model;

/// <summary>Debt that there is when the run starts, from support of earlier years.</summary>
public sealed record OpeningDebt
{
    /// <summary>What is owed, GBP.</summary>
    public required Quantity Amount { get; init; }

    /// <summary>Whole years over which it is still repaid, the first of the run among them.</summary>
    public required int YearsLeft { get; init; }

    /// <summary>Interest a year, as a share.</summary>
    public required Quantity Rate { get; init; }
}
