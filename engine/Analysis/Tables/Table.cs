namespace SystemSim.Analysis;

/// <summary>One tidy file: its name, and its observations in their order.</summary>
/// <param name="Name">Name without ending, such as <c>population</c>.</param>
/// <param name="Rows">The observations.</param>
public sealed record Table(string Name, ImmutableArray<Observation> Rows);
