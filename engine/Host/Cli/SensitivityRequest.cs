namespace SystemSim.Host;

/// <summary>What is asked of <c>sensitivity</c>.</summary>
internal sealed record SensitivityRequest
{
    /// <summary>The scenario, as typed.</summary>
    public required string Scenario { get; init; }

    /// <summary>Overrides.</summary>
    public required IReadOnlyList<string> Overrides { get; init; }

    /// <summary>Measure to look at.</summary>
    public required string Measure { get; init; }

    /// <summary>Financial year, as typed; null for all years together.</summary>
    public required string? Year { get; init; }

    /// <summary>Option to look at; null for the only one there is.</summary>
    public required string? Option { get; init; }

    /// <summary>Option that it is held against; null for the baseline.</summary>
    public required string? Against { get; init; }

    /// <summary>Columns and what they must hold, each as <c>column=name</c>.</summary>
    public required IReadOnlyList<string> Where { get; init; }

    /// <summary>Last year of those that are added up, as typed; null for the last of the run.</summary>
    public required string? By { get; init; }

    /// <summary>Number to solve for; null for none.</summary>
    public required string? Switch { get; init; }

    /// <summary>Where to look for it, in base units; null for where the scenario says.</summary>
    public required (double Low, double High)? Between { get; init; }

    /// <summary>Whether a grid is asked.</summary>
    public required bool IsGrid { get; init; }

    /// <summary>Two numbers to move together; none for no grid.</summary>
    public required IReadOnlyList<string> Grid { get; init; }

    /// <summary>Whether to share out the variance.</summary>
    public required bool Sobol { get; init; }

    /// <summary>Whether to say what it is worth to know each number.</summary>
    public required bool Information { get; init; }

    /// <summary>Effect of which the frontier is asked; null for none.</summary>
    public required string? Frontier { get; init; }

    /// <summary>Effect of which acceptability is asked; null for none.</summary>
    public required string? Acceptability { get; init; }

    /// <summary>Effect that counts beside cost when an option is chosen; null where cost alone does.</summary>
    public required string? Effect { get; init; }

    /// <summary>What a unit of effect is worth, GBP; none for what a study takes unless told.</summary>
    public required IReadOnlyList<double> Worth { get; init; }

    /// <summary>Options to look at beside the baseline, where all are looked at together; none for all.</summary>
    public required IReadOnlyList<string> Options { get; init; }

    /// <summary>Draws; null for as many as a study takes unless told.</summary>
    public required int? Draws { get; init; }

    /// <summary>Seed; null for the scenario's own.</summary>
    public required int? Seed { get; init; }

    /// <summary>Threads.</summary>
    public required int Threads { get; init; }

    /// <summary>Whether to answer in JSON.</summary>
    public required bool Json { get; init; }

    /// <summary>Whether to tell no progress.</summary>
    public required bool Quiet { get; init; }
}
