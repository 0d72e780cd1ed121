namespace SystemSim.Analysis;

/// <summary>Where an option stands to the frontier of cost and effect.</summary>
public enum Dominance
{
    /// <summary>On the frontier: some willingness to pay makes it the best.</summary>
    None,

    /// <summary>Another has at least as much effect at no more cost, and is better in one of them; or is the same and comes
    /// before.</summary>
    Strong,

    /// <summary>Two others, mixed, have as much effect at less cost: its incremental ratio is above that of the next on the
    /// frontier.</summary>
    Extended,
}
