using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How a fund divides the money of a year among its discretionary services.</summary>
public abstract record BudgetRule
{
    private protected BudgetRule()
    {
    }

    /// <summary>Last year's budgets; what is over joins the contingency.</summary>
    public sealed record Historic : BudgetRule;

    /// <summary>Fixed shares of the money.</summary>
    public sealed record FixedShares : BudgetRule
    {
        /// <summary>Shares by service, adding up to 1; empty for those of the opening budgets.</summary>
        public ImmutableArray<ServiceAmount> Shares { get; init; } = [];
    }

    /// <summary>Shares that move towards the services with the most weighted unmet need.</summary>
    public sealed record Pressure : BudgetRule
    {
        /// <summary>How fast they move; 0 leaves them as they are.</summary>
        public required Quantity Pace { get; init; }

        /// <summary>Value put on meeting need, by service; 1 for those not listed.</summary>
        public ImmutableArray<ServiceAmount> Values { get; init; } = [];
    }

    /// <summary>Stated amounts by year.</summary>
    public sealed record Plan : BudgetRule
    {
        /// <summary>GBP a year by service; every discretionary service of the fund.</summary>
        public required ImmutableArray<ServicePath> Amounts { get; init; }
    }

    /// <summary>Last year's budgets, then what is over to the services with the highest stated saving to payers in this fund.</summary>
    public sealed record BusinessCase : BudgetRule
    {
        /// <summary>Least saving for each GBP, to payers in this fund, that is worth paying for.</summary>
        public required Quantity Hurdle { get; init; }

        /// <summary>Years within which savings must come to count; null for any.</summary>
        public Quantity? Payback { get; init; }
    }
}
