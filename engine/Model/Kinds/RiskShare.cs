namespace SystemSim.Model.Kinds;

/// <summary>How partners share an overspend of a pool.</summary>
public enum RiskShare
{
    /// <summary>In proportion to contributions, or to stated shares.</summary>
    Proportional,

    /// <summary>The host first, up to a slice; then in proportion to contributions, or to stated shares.</summary>
    LeadFirst,

    /// <summary>Each by what the services it brought in are overspent or underspent by, with its share of the contingency.</summary>
    EachItsOwn,
}
