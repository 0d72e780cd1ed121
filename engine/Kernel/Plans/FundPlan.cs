using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>One fund. The first funds are the organisations' own, in the order of the organisations; pools follow.</summary>
public sealed record FundPlan
{
    /// <summary>The pool's terms; null for an own fund.</summary>
    public PoolPlan? Pool { get; init; }

    /// <summary>Row of the pool of the same name under the plan before; -1 for none.</summary>
    public int RowBefore { get; init; } = -1;

    /// <summary>Rows of the statutory services it pays for.</summary>
    public required ImmutableArray<int> Statutory { get; init; }

    /// <summary>Discretionary services it pays for.</summary>
    public required ImmutableArray<FundLinePlan> Discretionary { get; init; }

    /// <summary>Share set aside first.</summary>
    public required Number Contingency { get; init; }

    /// <summary>Uplift of last year's budgets by year; null for each service's own index.</summary>
    public PathPlan? Uplift { get; init; }

    /// <summary>Share of a surplus that is reinvested.</summary>
    public required Number Reinvest { get; init; }

    /// <summary>What is kept for a class of services; null for nothing.</summary>
    public ProtectionPlan? Protect { get; init; }

    /// <summary>How the rest is divided.</summary>
    public required RuleKind Rule { get; init; }

    /// <summary>Pace of the pressure rule.</summary>
    public required Number Pace { get; init; }

    /// <summary>Hurdle of the business case rule.</summary>
    public required Number Hurdle { get; init; }

    /// <summary>Payback of the business case rule, in years; null for any.</summary>
    public Number? Payback { get; init; }

    /// <summary>[step of the year] share of a year's budget.</summary>
    public required ImmutableArray<double> Phases { get; init; }

    /// <summary>Whether what a step does not spend is lost to the service.</summary>
    public required bool UnspentLapses { get; init; }

    /// <summary>Share by which the brake cuts; null for no brake.</summary>
    public Number? Brake { get; init; }

    /// <summary>All services it pays for.</summary>
    public IEnumerable<int> Services => Statutory.Concat(Discretionary.Select(line => line.Service)).Order();
}
