namespace SystemSim.Campaign;

/// <summary>What became of a mutant.</summary>
/// <param name="Kind">Where it ended.</param>
/// <param name="Told">The code, or what is wrong.</param>
internal sealed record Outcome(OutcomeKind Kind, string Told = "");
