namespace SystemSim.Kernel;

/// <summary>What a fund knows of one discretionary service when a year starts.</summary>
internal sealed record FundLine
{
    /// <summary>What the fund's rules say of it.</summary>
    public required FundLinePlan Plan { get; init; }

    /// <summary>Last year's budget with its uplift; in the first year the opening budget.</summary>
    public required Value Last { get; init; }

    /// <summary>Last year's budget without uplift.</summary>
    public required Value Old { get; init; }

    /// <summary>The budget the run opened with.</summary>
    public required Value Opening { get; init; }

    /// <summary>Share of those who came last year who were not seen, now or from the list; zero in the first, and where the list fell by
    /// more.</summary>
    public required Value NotSeen { get; init; }

    /// <summary>Least that it must be given.</summary>
    public required Value Floor { get; init; }

    /// <summary>What the year costs beside a sum that the rules give, while the notice of an earlier one runs; null where sums are cut at
    /// once.</summary>
    public required Func<Value, Value>? Beside { get; init; }

    /// <summary>Most that a business case may raise it to; null for no bound.</summary>
    public required Value? Ceiling { get; init; }
}
