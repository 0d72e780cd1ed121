namespace SystemSim.Kernel;

/// <summary>How a row of the ledger comes about.</summary>
public enum Timing
{
    /// <summary>Added up over the steps of a year.</summary>
    Flow,

    /// <summary>As it is when a step or a year ends.</summary>
    Stock,

    /// <summary>Known once a year.</summary>
    Yearly,
}
