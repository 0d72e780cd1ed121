namespace SystemSim.Runs;

/// <summary>What is asked where a difference is to be explained.</summary>
public sealed record ExplainRequest
{
    /// <summary>Measure to explain.</summary>
    public required string Measure { get; init; }

    /// <summary>Financial year, such as <c>2030/31</c>; null for all years together.</summary>
    public string? Year { get; init; }

    /// <summary>Option to explain; null for the only one there is.</summary>
    public string? Option { get; init; }

    /// <summary>Option that it is held against; null for the baseline.</summary>
    public string? Against { get; init; }

    /// <summary>Columns and what they must hold, each as <c>column=name</c>.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>Threads; never changes a bit.</summary>
    public int Threads { get; init; } = 1;
}
