namespace SystemSim.Kernel;

/// <summary>What a multiplier multiplies.</summary>
public enum TargetKind
{
    /// <summary>Moves from one need state to another.</summary>
    Move,

    /// <summary>All deaths.</summary>
    Death,

    /// <summary>Need-led demand for a service.</summary>
    Demand,

    /// <summary>The shares of what a service delivers that come back.</summary>
    Failure,

    /// <summary>The stay in a service.</summary>
    Stay,

    /// <summary>The quality weight.</summary>
    Quality,
}
