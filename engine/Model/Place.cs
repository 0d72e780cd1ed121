using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>One place under one option: its people, services, organisations, and how they are governed.</summary>
/// <remarks>
/// All places of a scenario have the same areas, age bands, need states, services, organisations, limits and effects in the same
/// order: an option changes numbers and governance, not what there is.
/// </remarks>
public sealed record Place
{
    /// <summary>Everyone who lives there.</summary>
    public required Population People { get; init; }

    /// <summary>Services, in declaration order.</summary>
    public required ImmutableArray<Service> Services { get; init; }

    /// <summary>Limits that several services share.</summary>
    public ImmutableArray<SharedLimit> Limits { get; init; } = [];

    /// <summary>Effects: of services, standing alone, then of every arrangement; in declaration order.</summary>
    public ImmutableArray<Effect> Effects { get; init; } = [];

    /// <summary>How effects on one target are combined unless <see cref="Combinations"/> says otherwise.</summary>
    public CombinationRule Combine { get; init; }

    /// <summary>Targets with a combination rule of their own.</summary>
    public ImmutableArray<Combination> Combinations { get; init; } = [];

    /// <summary>Organisations, in declaration order.</summary>
    public required ImmutableArray<Organisation> Organisations { get; init; }

    /// <summary>The arrangement in force.</summary>
    public required Arrangement Governance { get; init; }

    /// <summary>The organisations that are there while the arrangement is in force.</summary>
    public IEnumerable<Organisation> Bodies => Organisations.Where(body => Has(body.Id));

    /// <summary>Whether an organisation is there while the arrangement is in force.</summary>
    /// <param name="body">The organisation.</param>
    public bool Has(OrganisationId body) => !Governance.Absent.Contains(body);

    /// <summary>Who provides a service: whoever it names, or who has taken it on where that body has ended.</summary>
    /// <param name="service">The service.</param>
    public OrganisationId ProviderOf(Service service)
    {
        var successors = Governance.Succession.Where(successor => successor.Ended == service.Provider).Select(successor => successor.Body)
            .ToArray();
        if (successors.Length <= 1)
        {
            return successors.FirstOrDefault(service.Provider);
        }

        foreach (var stated in Governance.Provides.Where(stated => stated.Service == service.Id))
        {
            return stated.Provider;
        }

        var payer = Governance.PayerOf(service.Id);
        return successors.FirstOrDefault(body => body == payer, successors[0]);
    }
}
