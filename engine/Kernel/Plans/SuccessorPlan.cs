using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>A body that takes on a part of what another has, which ends.</summary>
/// <param name="Organisation">Its row.</param>
/// <param name="Part">Its part.</param>
/// <param name="Earmarked">[earmarked reserve of the body that ends] row of the successor's reserve of the same name; -1 for its general
/// reserves.</param>
public sealed record SuccessorPlan(int Organisation, PartPlan Part, ImmutableArray<int> Earmarked);
