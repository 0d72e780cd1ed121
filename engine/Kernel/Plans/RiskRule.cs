namespace SystemSim.Kernel;

/// <summary>How partners share an overspend of a pool.</summary>
public enum RiskRule
{
    /// <summary>By weights.</summary>
    Proportional,

    /// <summary>The host up to a slice, then by weights.</summary>
    LeadFirst,

    /// <summary>Each by what it brought in is overspent or underspent by.</summary>
    EachItsOwn,
}
