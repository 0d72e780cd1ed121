using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>The streams of what the people of a cohort do by chance.</summary>
/// <param name="Deaths">Who dies.</param>
/// <param name="Moves">[need state] who moves there.</param>
/// <param name="Ageing">Who grows into the next age band.</param>
/// <param name="Births">Who is born into the cohort.</param>
public sealed record CohortChance(ulong Deaths, ImmutableArray<ulong> Moves, ulong Ageing, ulong Births);
