namespace SystemSim.Kernel;

/// <summary>How cost follows activity, where not all of it is variable.</summary>
public sealed record CostShapePlan
{
    /// <summary>Share that stays whatever is done.</summary>
    public required Number Fixed { get; init; }

    /// <summary>Share that follows the capacity held; null for none.</summary>
    public Number? SemiFixed { get; init; }

    /// <summary>Units in which capacity is held, as a share of the opening peak; null when it is held to measure.</summary>
    public Number? BlocksOf { get; init; }

    /// <summary>Steps for which capacity that was last needed is held, that step among them; at least 1.</summary>
    public required int ReleaseSteps { get; init; }
}
