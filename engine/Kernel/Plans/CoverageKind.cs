namespace SystemSim.Kernel;

/// <summary>How the coverage of an effect is known.</summary>
public enum CoverageKind
{
    /// <summary>From the people a service reaches.</summary>
    Reach,

    /// <summary>From spend a head, in proportion up to a full dose.</summary>
    SpendUpToFull,

    /// <summary>From spend a head, saturating around a half dose.</summary>
    SpendAroundHalf,

    /// <summary>Stated by year.</summary>
    Stated,
}
