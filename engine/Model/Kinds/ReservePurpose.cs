namespace SystemSim.Model.Kinds;

/// <summary>What an earmarked reserve meets.</summary>
public enum ReservePurpose
{
    /// <summary>Whatever a year is overspent by.</summary>
    Deficits,

    /// <summary>The organisation's shares of pools' overspends.</summary>
    PoolOverspends,

    /// <summary>What some services are overspent by, where the organisation bears it by itself.</summary>
    Services,
}
