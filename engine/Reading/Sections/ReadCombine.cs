using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>How effects on one target act together.</summary>
/// <param name="Default">Rule for all targets without one of their own.</param>
/// <param name="Own">Targets with a rule of their own.</param>
internal sealed record ReadCombine(CombinationRule Default, ImmutableArray<Combination> Own);
