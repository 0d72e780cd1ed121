namespace SystemSim.Model;

/// <summary>Two quantities whose draws go together.</summary>
/// <param name="First">Path of one.</param>
/// <param name="Second">Path of the other.</param>
/// <param name="Value">Correlation of their normal scores, from -1 to 1.</param>
public sealed record Correlation(string First, string Second, double Value);
