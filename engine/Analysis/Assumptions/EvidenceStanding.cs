namespace SystemSim.Analysis;

/// <summary>How well a number is supported, the best first.</summary>
public enum EvidenceStanding
{
    /// <summary>It has a source with a grade from A to C.</summary>
    Evidence,

    /// <summary>It has a source, and nobody has graded it.</summary>
    Ungraded,

    /// <summary>It has a source with the grade D or E.</summary>
    Weak,

    /// <summary>The scenario calls it, or its source, an assumption.</summary>
    Assumed,

    /// <summary>The scenario does not say where it comes from.</summary>
    NoSource,
}
