namespace SystemSim.Model;

/// <summary>Harm of going without: what the unmet share of a service raises.</summary>
public sealed record Harm
{
    /// <summary>What is raised.</summary>
    public required Target On { get; init; }

    /// <summary>Rise at an unmet share of 1, as a share (0.6 is +60%); in proportion below. May be negative.</summary>
    public required Quantity Sensitivity { get; init; }
}
