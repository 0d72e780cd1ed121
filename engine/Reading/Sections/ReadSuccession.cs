using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What becomes of bodies that end when an arrangement takes over, as the file states it.</summary>
/// <param name="Passes">Who takes on what a body has, body by body.</param>
/// <param name="Provides">Services that successors provide.</param>
internal sealed record ReadSuccession(
    ImmutableArray<KeyValuePair<OrganisationId, ImmutableArray<Successor>>> Passes,
    ImmutableArray<KeyValuePair<OrganisationId, ImmutableArray<ServiceId>>> Provides)
{
    /// <summary>None.</summary>
    public static ReadSuccession None { get; } = new([], []);

    /// <summary>The bodies that end.</summary>
    public IEnumerable<OrganisationId> Ended => Passes.Select(ended => ended.Key);

    /// <summary>Those that take on what they have.</summary>
    public IEnumerable<Successor> Successors => Passes.SelectMany(ended => ended.Value);
}
