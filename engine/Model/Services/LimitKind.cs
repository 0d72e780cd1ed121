namespace SystemSim.Model;

/// <summary>What several services share.</summary>
public enum LimitKind
{
    /// <summary>Physical capacity: contacts, or bed-days for services with a short stay.</summary>
    Capacity,

    /// <summary>Money: the budgets of the services taken together.</summary>
    Money,
}
