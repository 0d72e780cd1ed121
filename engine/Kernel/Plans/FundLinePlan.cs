namespace SystemSim.Kernel;

/// <summary>What a fund's rules say of one discretionary service.</summary>
public sealed record FundLinePlan
{
    /// <summary>Row of the service.</summary>
    public required int Service { get; init; }

    /// <summary>Fixed share; null for that of the opening budget.</summary>
    public Number? Share { get; init; }

    /// <summary>Value put on meeting need.</summary>
    public required Number Value { get; init; }

    /// <summary>Stated amount by year; null when the rule states none.</summary>
    public PathPlan? Amount { get; init; }

    /// <summary>Business case; null for none.</summary>
    public BusinessCasePlan? Case { get; init; }

    /// <summary>Whether part of a surplus is reinvested in it.</summary>
    public bool Reinvested { get; init; }

    /// <summary>Whether it is of the class that the fund protects.</summary>
    public bool Protected { get; init; }
}
