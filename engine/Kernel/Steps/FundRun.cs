namespace SystemSim.Kernel;

/// <summary>One fund while the equations of a run are written.</summary>
internal sealed class FundRun(int row, FundPlan plan)
{
    /// <summary>Row of the fund.</summary>
    public int Row => row;

    /// <summary>The plan.</summary>
    public FundPlan Plan => plan;

    /// <summary>Risk reserve; null for own funds.</summary>
    public Variable? RiskReserve { get; set; }

    /// <summary>Whether the risk reserve is paid in under this plan; one that a pool brings along is not.</summary>
    public bool StartsReserve { get; init; }

    /// <summary>[partner] weights of the pool's first year, in which it gives its risk reserve back; empty where it goes on.</summary>
    public Variable[] ReserveShares { get; init; } = [];

    /// <summary>[partner] what so much a head came to in the first year of the arrangement; null where nothing is in proportion to
    /// it.</summary>
    public Variable?[] FirstHeads { get; init; } = [];

    /// <summary>[partner] put into what the pool holds so far; empty where nobody leaves.</summary>
    public Variable[] PaidIn { get; init; } = [];

    /// <summary>Risk reserve when the year started, before anything was paid in.</summary>
    public Value OpeningReserve { get; set; }

    /// <summary>[partner] paid into the risk reserve this year.</summary>
    public Value[] IntoReserve { get; set; } = [];

    /// <summary>Money of the year.</summary>
    public Value Money { get; set; }

    /// <summary>Sum of the forecasts of statutory services.</summary>
    public Value Forecast { get; set; }

    /// <summary>Contingency of the year.</summary>
    public Value Contingency { get; set; }

    /// <summary>[partner] contributions of the year.</summary>
    public Value[] Contributions { get; set; } = [];

    /// <summary>Cost of setting up and running this year.</summary>
    public Value Overheads { get; set; }

    /// <summary>Break charges and transaction costs of the contracts it pays for, this year.</summary>
    public Value Letting { get; set; }

    /// <summary>Sum of the statutory blocks of the year.</summary>
    public Value Blocks { get; set; }

    /// <summary>Statutory payments so far this year, blocks left out.</summary>
    public Variable? StatutoryPaid { get; set; }
}
