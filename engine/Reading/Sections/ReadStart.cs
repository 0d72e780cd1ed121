using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>People of one age band at the start.</summary>
/// <param name="Band">The age band.</param>
/// <param name="People">Number of people.</param>
/// <param name="Need">[need state] shares.</param>
internal sealed record ReadStart(string Band, Quantity People, ImmutableArray<Quantity> Need)
{
    /// <summary>The age band as the model has it.</summary>
    public AgeBand AgeBand => new() { Id = new AgeBandId(Band), Width = AgeBands.Width(Band) };
}
