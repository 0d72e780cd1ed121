using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A purse that pays for services: an organisation's own, or a pool.</summary>
public sealed record Fund
{
    /// <summary>Name used in the scenario; an own fund has the name of its organisation.</summary>
    public required FundId Id { get; init; }

    /// <summary>Whose own fund it is; null for a pool.</summary>
    public OrganisationId? Owner { get; init; }

    /// <summary>The pool's terms; null for an own fund.</summary>
    public Pool? Pool { get; init; }

    /// <summary>Services it pays for, in declaration order.</summary>
    public required ImmutableArray<ServiceId> Pays { get; init; }

    /// <summary>How it sets its budgets.</summary>
    public required StartOfYear StartOfYear { get; init; }

    /// <summary>How it releases them.</summary>
    public required InYear InYear { get; init; }
}
