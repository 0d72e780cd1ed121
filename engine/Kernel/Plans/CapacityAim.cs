namespace SystemSim.Kernel;

/// <summary>What physical capacity moves towards.</summary>
public enum CapacityAim
{
    /// <summary>A stated path.</summary>
    Path,

    /// <summary>What is asked.</summary>
    Asked,

    /// <summary>What the budget buys.</summary>
    Budget,
}
