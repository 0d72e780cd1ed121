namespace SystemSim.Kernel;

/// <summary>How a fund divides money among discretionary services.</summary>
public enum RuleKind
{
    /// <summary>Last year's budgets.</summary>
    Historic,

    /// <summary>Fixed shares.</summary>
    FixedShares,

    /// <summary>Shares that follow unmet need.</summary>
    Pressure,

    /// <summary>Stated amounts.</summary>
    Plan,

    /// <summary>Last year's budgets, then the best business cases.</summary>
    BusinessCase,
}
