namespace SystemSim.Analysis;

/// <summary>One number of the answers: a row of a tidy file.</summary>
/// <param name="About">What it is about; rows of one series share it.</param>
/// <param name="Year">Financial year, such as <c>2026/27</c>.</param>
/// <param name="Step">Step within the year, from 1; null in yearly rows; 0 for what is there when the run starts, in its first
/// year.</param>
/// <param name="Value">The value.</param>
public readonly record struct Observation(Subject About, string Year, int? Step, double Value)
{
    /// <summary>The step of what is there when the run starts.</summary>
    public const int Opening = 0;

    /// <summary>Column names, in order: the one header of every tidy file.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "option",
        "against",
        "year",
        "step",
        "measure",
        "organisation",
        "fund",
        "provider",
        "service",
        "tier",
        "area",
        "age_band",
        "need_state",
        "price_base",
        "unit",
        "statistic",
        "draw",
        "value",
    ];

    /// <summary>The value of a named column that holds text; null for a column that does not.</summary>
    public string? Text(string column) => column == "year" ? Year : About.Text(column);
}
