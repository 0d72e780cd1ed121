namespace SystemSim.Reporting;

/// <summary>What an account has gained by the end.</summary>
/// <param name="Title">Name to print.</param>
/// <param name="Name">Name in the tidy files.</param>
/// <param name="Gain">GBP; below zero for a loss.</param>
internal sealed record Gained(string Title, string Name, Cited Gain);
