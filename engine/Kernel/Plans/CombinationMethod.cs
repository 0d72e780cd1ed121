namespace SystemSim.Kernel;

/// <summary>How several effects on one target act together.</summary>
public enum CombinationMethod
{
    /// <summary>Covered independently, the strongest only.</summary>
    Random,

    /// <summary>The strongest fills the group first.</summary>
    Additive,

    /// <summary>The smaller inside the larger, the strongest only.</summary>
    Nested,

    /// <summary>Each acts on what the others leave.</summary>
    Stacked,
}
