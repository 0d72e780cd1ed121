namespace SystemSim.Model.Kinds;

/// <summary>How several effects on one quantity act together.</summary>
public enum CombinationRule
{
    /// <summary>Covered independently; who is covered twice has the strongest only.</summary>
    Random,

    /// <summary>The strongest fills the group first, then the next, until it is full.</summary>
    Additive,

    /// <summary>The smaller inside the larger; who is covered twice has the strongest only.</summary>
    Nested,

    /// <summary>Each acts on what the others leave.</summary>
    Stacked,
}
