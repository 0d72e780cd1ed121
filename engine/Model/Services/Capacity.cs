namespace SystemSim.Model;

/// <summary>Physical capacity: buildings, beds, trained staff.</summary>
/// <remarks>
/// <b>Units.</b> Contacts a year; bed-days a year for a service with a short stay; places for a service that people are in.
/// </remarks>
public sealed record Capacity
{
    /// <summary>Capacity at the start, and the path to move towards when <see cref="Target"/> is a path.</summary>
    public required YearlyPath Amount { get; init; }

    /// <summary>What it moves towards.</summary>
    public CapacityTarget Target { get; init; }

    /// <summary>Most growth a year as a share of the capacity there is; null for no bound.</summary>
    public Quantity? GrowsAtMost { get; init; }

    /// <summary>Most shrinking a year as a share of the capacity there is; null for no bound.</summary>
    public Quantity? ShrinksAtMost { get; init; }
}
