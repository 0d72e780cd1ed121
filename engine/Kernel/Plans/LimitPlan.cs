using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>A limit that several services share.</summary>
public sealed record LimitPlan
{
    /// <summary>Whether it is money, the members' own budgets together; else physical capacity.</summary>
    public required bool IsMoney { get; init; }

    /// <summary>Units a year; null for money.</summary>
    public PathPlan? Amount { get; init; }

    /// <summary>Members by class, those served first first.</summary>
    public required ImmutableArray<ImmutableArray<int>> Classes { get; init; }

    /// <summary>All members.</summary>
    public IEnumerable<int> Members => Classes.SelectMany(members => members);
}
