namespace SystemSim.Model;

/// <summary>From which stock the moves, deaths and ageing of a step are taken.</summary>
public enum FlowOrder
{
    /// <summary>All from the stock at the start of the step.</summary>
    Simultaneous,

    /// <summary>Deaths first; moves and ageing among those who survive.</summary>
    DeathsFirst,
}
