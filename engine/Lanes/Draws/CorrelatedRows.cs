using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>Quantities whose draws go together, as normal scores do (a Gaussian copula).</summary>
/// <param name="Rows">Their rows.</param>
/// <param name="Factor">[row, earlier row] lower triangle of the Cholesky factor of their correlations, row by row.</param>
public sealed record CorrelatedRows(ImmutableArray<int> Rows, ImmutableArray<double> Factor);
