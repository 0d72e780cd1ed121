namespace SystemSim.Model;

/// <summary>How partners share an overspend of a pool.</summary>
public enum RiskShare
{
    /// <summary>In proportion to contributions, or to stated shares.</summary>
    Proportional,

    /// <summary>The host first, up to a slice; then in proportion to contributions, or to stated shares.</summary>
    LeadFirst,

    /// <summary>Pro rata to the net overspend of each on the services it brought in.</summary>
    EachItsOwn,
}
