namespace SystemSim.Model;

/// <summary>How much help people need; states are ordered from least to most.</summary>
public sealed record NeedState
{
    /// <summary>Name used in the scenario.</summary>
    public required NeedStateId Id { get; init; }

    /// <summary>Name to print.</summary>
    public string Title
    {
        get => field.Length > 0 ? field : Id.Name.Replace('_', ' ');
        init;
    } = "";

    /// <summary>Quality weight of a year lived in the state (1 is full health); null when the scenario has none.</summary>
    public Quantity? Quality { get; init; }
}
