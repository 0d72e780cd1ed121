namespace SystemSim.Model;

/// <summary>Where numbers come from.</summary>
public sealed record Source
{
    /// <summary>Name used in the scenario.</summary>
    public required SourceId Id { get; init; }

    /// <summary>What it is: author, title, table.</summary>
    public required string Title { get; init; }

    /// <summary>Calendar year of publication; null when not stated.</summary>
    public int? Year { get; init; }

    /// <summary>Grade of the evidence, A (best) to E; null when not stated.</summary>
    public string? Grade { get; init; }

    /// <summary>Address; null when not stated.</summary>
    public string? Url { get; init; }

    /// <summary>Anything a reader should know about its use here; null when nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Who answers for the numbers from it here; null when not stated.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether the scenario calls it an assumption rather than evidence.</summary>
    public bool IsAssumption { get; init; }

    /// <summary>Whether its numbers are of the place itself: published for it, or from its own books.</summary>
    public bool IsLocal { get; init; }
}
