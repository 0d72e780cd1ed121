using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>A contribution of so much a head.</summary>
/// <param name="Parts">Amounts a head a year, each with the rows of the cohorts that it is for.</param>
/// <param name="Factor">What people are multiplied by.</param>
/// <param name="Index">Row of the index followed; -1 for none.</param>
/// <param name="Year">Year whose prices the amounts are in, counted from the first of the run.</param>
public sealed record PerPersonPlan(ImmutableArray<AmountAHeadPlan> Parts, Number Factor, int Index, int Year);
