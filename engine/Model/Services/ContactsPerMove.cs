namespace SystemSim.Model;

/// <summary>Contacts asked for by each person who makes a named move.</summary>
public sealed record ContactsPerMove
{
    /// <summary>Need state moved from.</summary>
    public required NeedStateId From { get; init; }

    /// <summary>Need state moved to.</summary>
    public required NeedStateId To { get; init; }

    /// <summary>Contacts a person who moves.</summary>
    public required Quantity Contacts { get; init; }
}
