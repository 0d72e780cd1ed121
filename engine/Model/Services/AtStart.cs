namespace SystemSim.Model;

/// <summary>Where a service starts, when that is stated rather than settled.</summary>
public sealed record AtStart
{
    /// <summary>Contacts on the waiting list; null for none.</summary>
    public Quantity? Waiting { get; init; }

    /// <summary>People in its places; null for what opening demand would sustain.</summary>
    public Quantity? InPlaces { get; init; }

    /// <summary>Contacts a year delivered before the start, which fill its delay lines; null for settled.</summary>
    public Quantity? Delivered { get; init; }

    /// <summary>Contacts a year that left unmet before the start, which are diverted in the first step; null for settled.</summary>
    public Quantity? Left { get; init; }
}
