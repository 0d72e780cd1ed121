using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>Quantities that are shares of one whole: their draws are divided by their sum.</summary>
/// <param name="Rows">Their rows.</param>
/// <param name="Total">What they add up to; what known shares leave.</param>
public sealed record Normalised(ImmutableArray<int> Rows, double Total);
