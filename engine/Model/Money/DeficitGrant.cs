namespace SystemSim.Model;

/// <summary>A grant towards a deficit as it stood on a day.</summary>
public sealed record DeficitGrant
{
    /// <summary>Share of it that is paid.</summary>
    public required Quantity Share { get; init; }

    /// <summary>The deficit that is eligible, GBP.</summary>
    public required Quantity Of { get; init; }

    /// <summary>Year in which it is paid.</summary>
    public required FinancialYear Paid { get; init; }

    /// <summary>Whether it is approved; else it is not paid.</summary>
    public bool IsApproved { get; init; } = true;
}
