using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>One destination of a move.</summary>
/// <param name="To">Row of the need state moved to, or <see cref="MovePlan.Dead"/>.</param>
/// <param name="Value">Chance, rate a year or count, by year.</param>
/// <param name="OutOf">For counts: all counts of the row, stayers included, whose sum the value is divided by; empty otherwise.</param>
public sealed record MoveEntryPlan(int To, PathPlan Value, ImmutableArray<PathPlan> OutOf);
