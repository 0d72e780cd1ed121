namespace SystemSim.Model;

/// <summary>Failure demand: a share of what a service delivers that comes back because something was not done, or not done right.</summary>
public sealed record Failure
{
    /// <summary>Service it comes back to.</summary>
    public required ServiceId ReturnsTo { get; init; }

    /// <summary>Share of delivered contacts that comes back.</summary>
    public required Quantity Share { get; init; }

    /// <summary>Lag in years; rounded to whole steps, at least one.</summary>
    public required double After { get; init; }

    /// <summary>Share added because the two services are paid from different funds today; null for none.</summary>
    public Quantity? HandOff { get; init; }

    /// <summary>Years over which the hand-off fades once one fund pays both; null when it does not fade. Not rounded.</summary>
    public Quantity? HandOffFadesOver { get; init; }
}
