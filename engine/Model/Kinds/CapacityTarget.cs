namespace SystemSim.Model.Kinds;

/// <summary>What physical capacity moves towards.</summary>
public enum CapacityTarget
{
    /// <summary>A stated path.</summary>
    Path,

    /// <summary>What is asked of the service.</summary>
    Asked,

    /// <summary>What the service's budget buys.</summary>
    Budget,
}
