namespace SystemSim.Kernel;

/// <summary>What an earmarked reserve meets.</summary>
public enum EarmarkedPurpose
{
    /// <summary>Whatever a year is overspent by.</summary>
    Deficits,

    /// <summary>The organisation's shares of pools' overspends.</summary>
    PoolOverspends,

    /// <summary>What some services are overspent by.</summary>
    Services,
}
