using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The keys of <c>start_of_year</c>, before they are put together; what is null or empty is not stated.</summary>
internal sealed record BudgetKeys
{
    /// <summary>Name of the rule.</summary>
    public required string Rule { get; init; }

    /// <summary>Share of the money set aside first.</summary>
    public Quantity? Contingency { get; init; }

    /// <summary>Yearly uplift.</summary>
    public YearlyPath? Uplift { get; init; }

    /// <summary>What is reinvested.</summary>
    public Reinvest? Reinvest { get; init; }

    /// <summary>The settlement that is planned over as one.</summary>
    public BalancedYears? BalancesOver { get; init; }

    /// <summary>What is protected.</summary>
    public Protection? Protect { get; init; }

    /// <summary>Fixed shares.</summary>
    public ImmutableArray<ServiceAmount> Shares { get; init; } = [];

    /// <summary>Pace of pressure.</summary>
    public Quantity? Pace { get; init; }

    /// <summary>Values of pressure.</summary>
    public ImmutableArray<ServiceAmount> Values { get; init; } = [];

    /// <summary>Amounts of a plan.</summary>
    public ImmutableArray<ServicePath> Amounts { get; init; } = [];

    /// <summary>Hurdle of a business case.</summary>
    public Quantity? Hurdle { get; init; }

    /// <summary>Payback of a business case, in years.</summary>
    public Quantity? Payback { get; init; }
}
