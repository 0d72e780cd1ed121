using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>People of one age band at the start.</summary>
/// <param name="Band">The age band.</param>
/// <param name="People">Number of people.</param>
/// <param name="Need">[need state] shares.</param>
internal sealed record ReadStart(string Band, Quantity People, ImmutableArray<Quantity> Need);
