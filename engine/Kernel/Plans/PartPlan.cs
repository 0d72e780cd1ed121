using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>A share of a whole, or what others leave of it.</summary>
/// <param name="Shares">The share alone; those of the others, where this is what they leave.</param>
/// <param name="IsRest">Whether it is what the others leave.</param>
public sealed record PartPlan(ImmutableArray<Number> Shares, bool IsRest);
