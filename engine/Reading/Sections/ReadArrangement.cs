using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A governance arrangement as the file states it.</summary>
internal sealed record ReadArrangement
{
    /// <summary>Its name.</summary>
    public required GovernanceId Id { get; init; }

    /// <summary>Name to print.</summary>
    public required string Title { get; init; }

    /// <summary>Whose purse pays.</summary>
    public required GovernanceKind Kind { get; init; }

    /// <summary>What each fund pays for.</summary>
    public required ImmutableArray<KeyValuePair<FundId, ReadPays>> Pays { get; init; }

    /// <summary>How all funds set their budgets; null when it is not stated.</summary>
    public StartOfYear? StartOfYear { get; init; }

    /// <summary>How all funds release their budgets; null when it is not stated.</summary>
    public InYear? InYear { get; init; }

    /// <summary>Terms of single funds.</summary>
    public ImmutableArray<KeyValuePair<FundId, ReadFund>> Funds { get; init; } = [];

    /// <summary>Terms of pools.</summary>
    public ImmutableArray<KeyValuePair<string, ReadPool>> Pools { get; init; } = [];

    /// <summary>Terms of contracts in place of the services' own.</summary>
    public ImmutableArray<KeyValuePair<ServiceId, ReadContract>> Contracts { get; init; } = [];

    /// <summary>Bodies that end when it takes over, and who takes on what they have.</summary>
    public ReadSuccession Succession { get; init; } = ReadSuccession.None;

    /// <summary>What joint working changes.</summary>
    public ImmutableArray<ReadEffect> Effects { get; init; } = [];

    /// <summary>Path of the arrangement.</summary>
    public string Path => $"governance.{Id}";

    /// <summary>Whether a fund is one of the arrangement's pools.</summary>
    public bool IsPool(FundId fund) => Pools.Any(pool => pool.Key == fund.Name);

    /// <summary>Services that a fund pays for, in order of declaration.</summary>
    /// <param name="fund">The fund.</param>
    /// <param name="services">All services of the scenario.</param>
    public ImmutableArray<ServiceId> PaidBy(FundId fund, ImmutableArray<ServiceId> services)
    {
        var pays = Pays.FirstOrDefault(entry => entry.Key == fund).Value;
        return pays is null ? [] : pays.IsAll ? services : [.. services.Where(pays.Services.ToHashSet().Contains)];
    }

    /// <summary>The funds that pay for each service, in order; a service that none pays for has none.</summary>
    /// <param name="services">All services of the scenario.</param>
    public ILookup<ServiceId, FundId> Payers(ImmutableArray<ServiceId> services) =>
        Pays.SelectMany(entry => PaidBy(entry.Key, services), (entry, service) => (Service: service, Fund: entry.Key))
            .ToLookup(pair => pair.Service, pair => pair.Fund);
}
