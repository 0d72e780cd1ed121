namespace SystemSim.Model;

/// <summary>How a fund sets its budgets when a year starts.</summary>
public sealed record StartOfYear
{
    /// <summary>Share of the fund's money set aside first; null for none.</summary>
    public Quantity? Contingency { get; init; }

    /// <summary>Yearly uplift of last year's budgets as a share, by year; null for each service's own cost index.</summary>
    public YearlyPath? Uplift { get; init; }

    /// <summary>What is reinvested of a surplus; null for nothing.</summary>
    public Reinvest? Reinvest { get; init; }

    /// <summary>The settlement that the council whose own fund this is plans over; null for each year by itself, and for all
    /// others.</summary>
    public BalancedYears? BalancesOver { get; init; }

    /// <summary>What is kept for a class of services; null for nothing.</summary>
    public Protection? Protect { get; init; }

    /// <summary>How the rest is divided.</summary>
    public required BudgetRule Rule { get; init; }
}
