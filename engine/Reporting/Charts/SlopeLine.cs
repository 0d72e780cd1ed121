namespace SystemSim.Reporting;

/// <summary>A share at two times.</summary>
/// <param name="Name">Under which option.</param>
/// <param name="From">The share at the start.</param>
/// <param name="To">The share at the end.</param>
public sealed record SlopeLine(string Name, double From, double To);
