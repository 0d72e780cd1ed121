using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The population, with what its rules ask about the file.</summary>
internal sealed record ReadPeople
{
    /// <summary>The population.</summary>
    public required Population Population { get; init; }

    /// <summary>
    /// [age band, need state], need state fastest: whether the file states a chance of dying; empty when it states none at all.
    /// </summary>
    public required ImmutableArray<bool> DeathStated { get; init; }

    /// <summary>[row of moves] path of the list item that states it.</summary>
    public required ImmutableArray<string> MovesAt { get; init; }
}
