using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The terms of a pool as the file states them.</summary>
internal sealed record ReadPool
{
    /// <summary>Partner that runs it.</summary>
    public required OrganisationId Host { get; init; }

    /// <summary>What each partner pays in.</summary>
    public required ImmutableArray<KeyValuePair<OrganisationId, ReadContribution>> Contributions { get; init; }

    /// <summary>Agreed total.</summary>
    public YearlyPath? Total { get; init; }

    /// <summary>Who brought what in; empty when it is not stated.</summary>
    public ImmutableArray<KeyValuePair<OrganisationId, ImmutableArray<ServiceId>>> BroughtIn { get; init; } = [];

    /// <summary>Services whose overspend and underspend are their owner's.</summary>
    public ImmutableArray<KeyValuePair<ServiceId, OrganisationId>> RingFenced { get; init; } = [];

    /// <summary>What the host alone bears or keeps, as a share of contributions.</summary>
    public Quantity? Corridor { get; init; }

    /// <summary>Set-up cost.</summary>
    public Quantity? SetUp { get; init; }

    /// <summary>Running cost.</summary>
    public YearlyPath? Running { get; init; }

    /// <summary>What becomes of an underspend.</summary>
    public ReadUnderspend? Underspend { get; init; }

    /// <summary>How an overspend is shared.</summary>
    public ReadOverspend? Overspend { get; init; }

    /// <summary>Risk reserve that partners pay in when the pool starts.</summary>
    public Quantity? RiskReserve { get; init; }

    /// <summary>Whether an organisation contributes.</summary>
    public bool HasPartner(OrganisationId organisation) => Contributions.Any(contribution => contribution.Key == organisation);
}
