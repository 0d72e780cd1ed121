namespace SystemSim.Kernel;

/// <summary>How partners share an overspend of a pool.</summary>
public enum RiskRule
{
    /// <summary>By weights.</summary>
    Proportional,

    /// <summary>The host up to a slice, then by weights.</summary>
    LeadFirst,

    /// <summary>By the net overspend of each on what it brought in.</summary>
    EachItsOwn,
}
