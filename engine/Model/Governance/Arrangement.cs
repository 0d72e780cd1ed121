using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A governance arrangement: which funds there are and how each is run.</summary>
/// <remarks>Every service is paid by exactly one fund.</remarks>
public sealed record Arrangement
{
    /// <summary>Name used in the scenario.</summary>
    public required GovernanceId Id { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>Whose purse pays.</summary>
    public required GovernanceKind Kind { get; init; }

    /// <summary>Own funds, then pools, in declaration order.</summary>
    public required ImmutableArray<Fund> Funds { get; init; }

    /// <summary>Terms of contracts in place of the services' own, in declaration order of the services; at most one a service.</summary>
    public ImmutableArray<ServiceContract> Contracts { get; init; } = [];

    /// <summary>Who takes on what bodies have that end when the arrangement takes over, body by body; empty where none ends.</summary>
    public ImmutableArray<Successor> Succession { get; init; } = [];

    /// <summary>Who provides services whose provider has ended, where that is stated.</summary>
    public ImmutableArray<ServiceProvider> Provides { get; init; } = [];

    /// <summary>Bodies that are not there while it is in force: those that have ended, and those that have not begun.</summary>
    public ImmutableArray<OrganisationId> Absent { get; init; } = [];

    /// <summary>The arrangement whose contracts these are: itself, but where one is tried out with the contracts of another.</summary>
    public GovernanceId ContractsOf
    {
        get => field == default ? Id : field;
        init;
    }

    /// <summary>Whose service it is: whose own fund pays for it, or who brought it into the pool that does; null where no fund
    /// does.</summary>
    /// <param name="service">The service.</param>
    public OrganisationId? PayerOf(ServiceId service)
    {
        var fund = Funds.FirstOrDefault(fund => fund.Pays.Contains(service));
        return fund?.Owner ?? fund?.Pool?.BroughtIn.First(brought => brought.Service == service).Owner;
    }

    /// <summary>The terms on which a service is paid under the arrangement.</summary>
    /// <param name="service">The service.</param>
    public Contract ContractOf(Service service) => StatedFor(service.Id)?.Contract ?? service.Contract;

    /// <summary>The terms that the arrangement itself states for a service; null when it leaves the service its own.</summary>
    /// <param name="service">The service.</param>
    public ServiceContract? StatedFor(ServiceId service) => Contracts.FirstOrDefault(stated => stated.Service == service);
}
