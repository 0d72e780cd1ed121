namespace SystemSim.Model;

/// <summary>A share of what a service delivers that arrives as demand at another.</summary>
public sealed record Referral
{
    /// <summary>Service referred to.</summary>
    public required ServiceId To { get; init; }

    /// <summary>Contacts there for each contact delivered here.</summary>
    public required Quantity Share { get; init; }

    /// <summary>Lag in years; 0 for the same step.</summary>
    public double After { get; init; }
}
