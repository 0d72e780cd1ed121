using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>An amount a head a year.</summary>
/// <param name="Amount">The amount.</param>
/// <param name="Cohorts">Rows of the cohorts that it is for.</param>
public sealed record AmountAHeadPlan(Number Amount, ImmutableArray<int> Cohorts);
