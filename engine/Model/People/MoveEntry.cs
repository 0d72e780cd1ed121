namespace SystemSim.Model;

/// <summary>One destination in a row of moves.</summary>
public sealed record MoveEntry
{
    /// <summary>Need state moved to; null for death.</summary>
    public required NeedStateId? To { get; init; }

    /// <summary>Chance, rate a year or count, as the row's kind says.</summary>
    public required YearlyPath Value { get; init; }
}
