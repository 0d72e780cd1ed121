namespace SystemSim.Reporting;

/// <summary>What stands around every chart, so that it can be understood when it is cut out.</summary>
public sealed record ChartFrame
{
    /// <summary>Name without ending.</summary>
    public required string Name { get; init; }

    /// <summary>The finding, ten words at most.</summary>
    public required string Title { get; init; }

    /// <summary>Measure, place, years and price base.</summary>
    public required string Subtitle { get; init; }

    /// <summary>Where the numbers come from.</summary>
    public required string Source { get; init; }
}
