namespace SystemSim.Kernel;

/// <summary>What runs are for, which decides what their programs keep.</summary>
public sealed record RunPurpose
{
    /// <summary>Whether uncertain quantities are inputs, rather than their central values.</summary>
    public bool Drawn { get; init; }

    /// <summary>Whether people and demand come about by chance where the plan says so, rather than as expected.</summary>
    public bool ByChance { get; init; }

    /// <summary>Whether the ledger also keeps every step.</summary>
    public bool BySteps { get; init; }

    /// <summary>Whether the ledger also keeps what is there when the run starts.</summary>
    public bool KeepsOpening { get; init; }

    /// <summary>Whether every check is kept apart, to find what broke.</summary>
    public bool ChecksApart { get; init; }

    /// <summary>How the programs are made.</summary>
    public LaneOptions Lanes { get; init; } = LaneOptions.Usual;

    /// <summary>Which measures the ledger keeps.</summary>
    public Func<Measure, bool> Wants { get; init; } = _ => true;
}
