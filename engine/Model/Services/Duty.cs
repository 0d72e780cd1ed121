namespace SystemSim.Model;

/// <summary>Whether demand or money decides how much of a service is given.</summary>
public enum Duty
{
    /// <summary>Demand-led: all demand is met up to physical capacity, whatever the budget says.</summary>
    Statutory,

    /// <summary>Cash-limited: only what its budget buys.</summary>
    Discretionary,
}
