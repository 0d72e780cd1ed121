namespace SystemSim.Analysis;

/// <summary>What it would be worth to know the uncertain numbers before choosing an option.</summary>
public sealed record Information
{
    /// <summary>What the options cost, and what comes of them, draw by draw.</summary>
    public required CostEffects Draws { get; init; }

    /// <summary>What a unit of effect is worth, GBP; null where cost alone decides.</summary>
    public required double? Worth { get; init; }

    /// <summary>[option] mean net benefit.</summary>
    public required ImmutableArray<double> Means { get; init; }

    /// <summary>Row of the option whose mean net benefit is the largest.</summary>
    public required int Best { get; init; }

    /// <summary>Expected value of perfect information: of knowing every number.</summary>
    public required Estimate Perfect { get; init; }

    /// <summary>The most that the estimate for one quantity finds by chance where there is nothing to find.</summary>
    public required double Noise { get; init; }

    /// <summary>Quantities and what knowing each by itself is worth, the most first; those as large as each other in the scenario's
    /// order.</summary>
    public required ImmutableArray<(string Quantity, double Value)> Quantities { get; init; }
}
