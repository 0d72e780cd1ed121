namespace SystemSim.Model;

/// <summary>What is wrong with a scenario that reads and cannot be run: what its numbers come to together.</summary>
public enum RunFault
{
    /// <summary>Nothing: if a run breaks, the engine is wrong.</summary>
    None,

    /// <summary>Net migration takes more people than there are.</summary>
    Migration,

    /// <summary>Moves and deaths take more people than there are, by themselves or once effects and harm act on them.</summary>
    Outflow,

    /// <summary>Something grows until it is no number any more, or larger than a run may leave.</summary>
    Growth,

    /// <summary>What comes back brings back as much again.</summary>
    Returns,

    /// <summary>Observed rates are smaller than the failure demand inside them.</summary>
    ObservedRates,

    /// <summary>A control total asks for people where nobody is left.</summary>
    ControlTotal,
}
