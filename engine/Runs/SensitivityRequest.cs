namespace SystemSim.Runs;

/// <summary>What is asked of <c>sensitivity</c>.</summary>
public sealed record SensitivityRequest
{
    /// <summary>Measure to look at.</summary>
    public string Measure { get; init; } = "spend";

    /// <summary>Financial year, such as <c>2030/31</c>; null for all years together.</summary>
    public string? Year { get; init; }

    /// <summary>Option to look at; null for the only one there is.</summary>
    public string? Option { get; init; }

    /// <summary>Option that it is held against; null for the baseline.</summary>
    public string? Against { get; init; }

    /// <summary>Columns and what they must hold, each as <c>column=name</c>.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>Last year of those that are added up, as typed; null for the last of the run.</summary>
    public string? By { get; init; }

    /// <summary>Number to solve for; null for none.</summary>
    public string? Switch { get; init; }

    /// <summary>Where to look for it, in base units; null for where the scenario says.</summary>
    public (double Low, double High)? Between { get; init; }

    /// <summary>Whether a grid is asked.</summary>
    public bool IsGrid { get; init; }

    /// <summary>Two numbers to move together; none for no grid.</summary>
    public IReadOnlyList<string> Grid { get; init; } = [];

    /// <summary>Whether to share out the variance.</summary>
    public bool Sobol { get; init; }

    /// <summary>Whether to say what it is worth to know each number.</summary>
    public bool Information { get; init; }

    /// <summary>Effect of which the frontier is asked; null for none.</summary>
    public string? Frontier { get; init; }

    /// <summary>Effect of which acceptability is asked; null for none.</summary>
    public string? Acceptability { get; init; }

    /// <summary>Effect that counts beside cost when an option is chosen; null where cost alone does.</summary>
    public string? Effect { get; init; }

    /// <summary>What a unit of effect is worth, GBP; none for what a study takes unless told.</summary>
    public IReadOnlyList<double> Worth { get; init; } = [];

    /// <summary>Options to look at beside the baseline, where all are looked at together; none for all.</summary>
    public IReadOnlyList<string> Options { get; init; } = [];

    /// <summary>Draws; null for as many as a study takes unless told.</summary>
    public int? Draws { get; init; }

    /// <summary>Seed; null for the scenario's own.</summary>
    public int? Seed { get; init; }

    /// <summary>Threads; never changes a bit.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Whether all options are looked at together.</summary>
    internal bool IsOfAll => Information || Frontier is not null || Acceptability is not null;

    /// <summary>Whether it is worked out by draws, whose runs may be shared out.</summary>
    public bool IsByDraws => IsOfAll || Sobol;
}
