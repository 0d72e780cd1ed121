using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The money of one year: what was set when it started, and what has happened since.</summary>
internal sealed class PlainYear(int services, int organisations, int funds)
{
    public required int Y { get; init; }

    /// <summary>[organisation] support that may be drawn, and what earlier support costs.</summary>
    public PlainSupport[] Support { get; } = new PlainSupport[organisations];

    /// <summary>Ring-fenced accounts.</summary>
    public required PlainAccounts Accounts { get; init; }

    // By organisation.
    public double[] Income { get; } = new double[organisations];

    public double[] OtherSpending { get; } = new double[organisations];

    public double[] Planned { get; } = new double[organisations];

    /// <summary>What is repaid of a deficit or gap brought forward.</summary>
    public double[] Repaid { get; } = new double[organisations];

    /// <summary>What of its general reserves goes into the risk reserves of pools that start.</summary>
    public double[] FromGeneral { get; } = new double[organisations];

    /// <summary>Money of own funds, after contributions and letting.</summary>
    public double[] OwnMoney { get; } = new double[organisations];

    // By fund.

    /// <summary>[fund][organisation] contributions to pools.</summary>
    public double[][] Contributions { get; } = [.. Enumerable.Range(0, funds).Select(_ => new double[organisations])];

    /// <summary>[fund][organisation] what is paid into risk reserves.</summary>
    public double[][] IntoReserve { get; } = [.. Enumerable.Range(0, funds).Select(_ => new double[organisations])];

    public double[] SetUp { get; } = new double[funds];

    public double[] Running { get; } = new double[funds];

    public double[] BreakCharges { get; } = new double[funds];

    public double[] TransactionCosts { get; } = new double[funds];

    public double[] Money { get; } = new double[funds];

    public double[] Contingency { get; } = new double[funds];

    public double[] Gap { get; } = new double[funds];

    /// <summary>Sum of the statutory forecasts.</summary>
    public double[] Forecast { get; } = new double[funds];

    /// <summary>Sum of the phases of the steps so far.</summary>
    public double[] Phased { get; } = new double[funds];

    // By service.
    public double[] Budget { get; } = new double[services];

    /// <summary>What rules give in the year; less than the budget where an earlier sum is still paid.</summary>
    public double[] Given { get; } = new double[services];

    /// <summary>Last year's budgets, brought to this year.</summary>
    public double[] Last { get; } = new double[services];

    /// <summary>What people at the start of the year would ask in a year by the rates alone.</summary>
    public double[] AtRates { get; } = new double[services];

    /// <summary>What of earlier steps' budgets has not been spent.</summary>
    public double[] Carried { get; } = new double[services];

    public double[] Paid { get; } = new double[services];

    public double[] Charges { get; } = new double[services];

    public double[] Cost { get; } = new double[services];

    /// <summary>What the provider is paid because the contract of today is broken.</summary>
    public double[] Broken { get; } = new double[services];

    /// <summary>[service] the provider of today, whose contract is broken this year; null where none is.</summary>
    public OrganisationId?[] Left { get; } = new OrganisationId?[services];

    /// <summary>Capacity held in the latest step.</summary>
    public double[] Held { get; } = new double[services];

    public double[] Activity { get; } = new double[services];

    /// <summary>Contacts that came: of need, referred, returned or diverted.</summary>
    public double[] Arrivals { get; } = new double[services];

    public double[] Delivered { get; } = new double[services];

    /// <summary>Who left, and the growth of the list.</summary>
    public double[] NotSeen { get; } = new double[services];
}
