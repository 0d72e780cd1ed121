namespace SystemSim.Model.Kinds;

/// <summary>What a partner's contribution to a pool follows.</summary>
public enum Follow
{
    /// <summary>The partner's own income.</summary>
    OwnIncome,

    /// <summary>A price index.</summary>
    Index,

    /// <summary>Stated amounts by year.</summary>
    Amounts,

    /// <summary>A share of a stated total by year.</summary>
    Share,

    /// <summary>All the money of the partner's own fund.</summary>
    WholeFund,

    /// <summary>So much a head of the people there are.</summary>
    People,
}
