namespace SystemSim.Model;

/// <summary>A strength that falls in a straight line from the start of the run.</summary>
public sealed record Fade
{
    /// <summary>Share of the strength that is left at the end.</summary>
    public required Quantity To { get; init; }

    /// <summary>Years until then.</summary>
    public required Quantity Over { get; init; }
}
