namespace SystemSim.Kernel;

/// <summary>Physical capacity of a service.</summary>
public sealed record CapacityPlan
{
    /// <summary>Units a year, or places.</summary>
    public required PathPlan Amount { get; init; }

    /// <summary>What it moves towards.</summary>
    public required CapacityTarget Target { get; init; }

    /// <summary>Most growth a year, as a share; null for no bound.</summary>
    public Number? Up { get; init; }

    /// <summary>Most shrinking a year, as a share; null for no bound.</summary>
    public Number? Down { get; init; }
}
