namespace SystemSim.Kernel;

/// <summary>What one contact with a service is.</summary>
public enum ServiceKind
{
    /// <summary>A contact that takes one unit of capacity and cost.</summary>
    Contact,

    /// <summary>A stay shorter than a step, that takes a unit for each day.</summary>
    ShortStay,

    /// <summary>The start of a stay longer than a step.</summary>
    Places,
}
