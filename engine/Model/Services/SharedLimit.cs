using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A limit that several services share: by priority class, statutory first, within a class pro rata to what is asked.</summary>
public sealed record SharedLimit
{
    /// <summary>Name used in the scenario.</summary>
    public required LimitId Id { get; init; }

    /// <summary>What is shared.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>Contacts or bed-days a year; null for money, which is the sum of the services' own budgets.</summary>
    public YearlyPath? Amount { get; init; }

    /// <summary>Who shares it; at least two.</summary>
    public required ImmutableArray<ServiceId> Services { get; init; }
}
