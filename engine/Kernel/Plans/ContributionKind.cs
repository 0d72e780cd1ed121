namespace SystemSim.Kernel;

/// <summary>What a contribution follows.</summary>
public enum ContributionKind
{
    /// <summary>The partner's income.</summary>
    OwnIncome,

    /// <summary>A price index.</summary>
    Index,

    /// <summary>Stated amounts.</summary>
    Amounts,

    /// <summary>A share of a stated total.</summary>
    Share,

    /// <summary>All the money of the partner's own fund.</summary>
    WholeFund,
}
