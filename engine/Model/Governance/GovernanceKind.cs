namespace SystemSim.Model;

/// <summary>Whose purse pays.</summary>
public enum GovernanceKind
{
    /// <summary>Each organisation pays for its own services from its own fund.</summary>
    Siloed,

    /// <summary>As siloed to the penny, reported as one.</summary>
    Aligned,

    /// <summary>At least one pooled fund, to which partners contribute.</summary>
    Pooled,
}
