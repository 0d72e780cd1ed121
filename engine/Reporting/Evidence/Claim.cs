namespace SystemSim.Reporting;

/// <summary>A chart with what it supports, and with what speaks against it.</summary>
/// <remarks>Who cuts a chart out cuts these out with it: the sentence, the range, the case against, who loses, what it leans on, and how to
/// make it again.</remarks>
public sealed record Claim
{
    /// <summary>The chart.</summary>
    public required Picture Picture { get; init; }

    /// <summary>The question that it answers; empty for a chart that is no claim.</summary>
    public string Question { get; init; } = "";

    /// <summary>What an opponent will say.</summary>
    public Prose Opponent { get; init; } = Prose.Of("");

    /// <summary>The answer to that.</summary>
    public Prose Reply { get; init; } = Prose.Of("");

    /// <summary>The one sentence that it supports.</summary>
    public required Prose Sentence { get; init; }

    /// <summary>How sure it is.</summary>
    public required Prose Range { get; init; }

    /// <summary>The pessimistic case.</summary>
    public required Prose Pessimistic { get; init; }

    /// <summary>Who loses.</summary>
    public required Prose Losers { get; init; }

    /// <summary>What it leans on.</summary>
    public required string LeansOn { get; init; }
}
