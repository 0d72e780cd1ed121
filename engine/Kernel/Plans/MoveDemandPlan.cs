namespace SystemSim.Kernel;

/// <summary>Contacts asked by people who make a move.</summary>
/// <param name="From">Need state moved from.</param>
/// <param name="To">Need state moved to.</param>
/// <param name="Contacts">Contacts a person.</param>
public sealed record MoveDemandPlan(int From, int To, Number Contacts);
