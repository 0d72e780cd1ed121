namespace SystemSim.Reporting;

/// <summary>A section of an assurance statement.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Statements">What it says, a sentence or two each.</param>
public sealed record AssuranceSection(string Heading, ImmutableArray<string> Statements);
