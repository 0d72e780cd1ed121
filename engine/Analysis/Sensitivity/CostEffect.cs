namespace SystemSim.Analysis;

/// <summary>What an option costs and what comes of it.</summary>
/// <param name="Name">The option.</param>
/// <param name="Cost">Cost; less is better.</param>
/// <param name="Effect">Effect; more is better.</param>
public sealed record CostEffect(string Name, double Cost, double Effect);
