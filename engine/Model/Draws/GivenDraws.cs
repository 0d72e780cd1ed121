using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>The draws of a quantity, given one by one.</summary>
/// <param name="Quantity">Its path.</param>
/// <param name="Values">[draw - 1] values in base units.</param>
public sealed record GivenDraws(string Quantity, ImmutableArray<double> Values);
