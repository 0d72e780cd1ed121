namespace SystemSim.Analysis;

/// <summary>A number that draws tell with an error.</summary>
/// <param name="Value">The number.</param>
/// <param name="Error">Its Monte Carlo error: one standard error.</param>
public readonly record struct Estimate(double Value, double Error);
