namespace SystemSim.Analysis;

/// <summary>What one quantity does by itself to the number that is looked at.</summary>
public sealed record TornadoBar
{
    /// <summary>Path of the quantity, or of the factor.</summary>
    public required string Quantity { get; init; }

    /// <summary>Its central value, in base units; where options put another number in its place, that of the baseline, as for
    /// <see cref="Low"/> and <see cref="High"/>.</summary>
    public required double Central { get; init; }

    /// <summary>Its 10th percentile.</summary>
    public required double Low { get; init; }

    /// <summary>Its 90th percentile.</summary>
    public required double High { get; init; }

    /// <summary>The number that is looked at when the quantity is low; null where that run was stopped.</summary>
    public required double? AtLow { get; init; }

    /// <summary>The number that is looked at when the quantity is high; null where that run was stopped.</summary>
    public required double? AtHigh { get; init; }

    /// <summary>Why a run was stopped; null when none was.</summary>
    public string? Stopped { get; init; }

    /// <summary>From the least to the most that the number becomes, what it is with central values among them.</summary>
    /// <param name="central">The number with central values.</param>
    public double WidthAbout(double central)
    {
        double[] ends = [central, AtLow ?? central, AtHigh ?? central];
        return ends.Max() - ends.Min();
    }
}
