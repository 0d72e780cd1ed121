using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>One partner of a pool.</summary>
public sealed record PartnerPlan
{
    /// <summary>Row of the organisation.</summary>
    public required int Organisation { get; init; }

    /// <summary>What its contribution follows.</summary>
    public required Follow Follows { get; init; }

    /// <summary>First contribution; null for what the baseline opens with for the services brought in.</summary>
    public Number? First { get; init; }

    /// <summary>Row of the index followed; -1 for none.</summary>
    public int Index { get; init; } = -1;

    /// <summary>Stated amounts; null otherwise.</summary>
    public PathPlan? Amounts { get; init; }

    /// <summary>Share of the agreed total; null otherwise.</summary>
    public Number? Share { get; init; }

    /// <summary>So much a head; null otherwise.</summary>
    public PerPersonPlan? PerPerson { get; init; }

    /// <summary>Least that it pays by year; null for nothing.</summary>
    public PathPlan? Minimum { get; init; }

    /// <summary>Row of its last year before it leaves, after which it is given its part of what the pool holds; null where it
    /// stays.</summary>
    public int? LastYear { get; init; }

    /// <summary>Rows of the services it brought in.</summary>
    public required ImmutableArray<int> BroughtIn { get; init; }

    /// <summary>Rows of those of them that are not ring-fenced, to whomever.</summary>
    public required ImmutableArray<int> Unfenced { get; init; }

    /// <summary>Rows of the ring-fenced services it owns, whoever brought them in.</summary>
    public required ImmutableArray<int> RingFenced { get; init; }

    /// <summary>Stated share of overspends and underspends; null for in proportion to contributions.</summary>
    public Number? RiskShare { get; init; }

    /// <summary>Most that it bears by year; null for no bound.</summary>
    public PathPlan? Cap { get; init; }

    /// <summary>Rows of the unfenced services whose overspends it bears before anything is shared.</summary>
    public required ImmutableArray<int> Excluded { get; init; }

    /// <summary>Whether its contribution falls to its emergency level under a section 114 notice.</summary>
    public required bool CutInEmergency { get; init; }
}
