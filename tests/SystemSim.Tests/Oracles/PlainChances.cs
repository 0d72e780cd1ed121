namespace SystemSim.Tests;

/// <summary>Chances of one cohort in one step, before multipliers.</summary>
/// <param name="Moves">[need state moved to].</param>
/// <param name="Dead">Chance of dying.</param>
/// <param name="Rest">Need state to which all go who do not leave otherwise; null when they stay.</param>
internal sealed record PlainChances(double[] Moves, double Dead, int? Rest);
