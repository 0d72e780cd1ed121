using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>One organisation.</summary>
public sealed record OrganisationPlan
{
    /// <summary>Whether it is there while the plan is in force.</summary>
    public bool Exists { get; init; } = true;

    /// <summary>Whether it begins when the plan takes over, with what it brings from elsewhere.</summary>
    public bool Begins { get; init; }

    /// <summary>Who takes on what it has, where it ends when the plan takes over; the last takes what the others leave.</summary>
    public ImmutableArray<SuccessorPlan> Successors { get; init; } = [];

    /// <summary>Income lines.</summary>
    public required ImmutableArray<PathPlan> Income { get; init; }

    /// <summary>Other spending lines.</summary>
    public required ImmutableArray<SpendingPlan> OtherSpending { get; init; }

    /// <summary>What it pays for once.</summary>
    public required ImmutableArray<OneOffPlan> OneOffs { get; init; }

    /// <summary>General reserves at the start.</summary>
    public required Number Reserves { get; init; }

    /// <summary>Level below which they are not drawn.</summary>
    public required Number Floor { get; init; }

    /// <summary>Planned movement into reserves; null for none.</summary>
    public PathPlan? PlannedMovement { get; init; }

    /// <summary>The settlement over which it plans as one, in the place of a planned movement; null for each year by itself.</summary>
    public BalancedYearsPlan? BalancesOver { get; init; }

    /// <summary>Deficit or gap brought forward at the start.</summary>
    public required Number BroughtForward { get; init; }

    /// <summary>Reserves that are set aside for a purpose.</summary>
    public required ImmutableArray<EarmarkedPlan> Earmarked { get; init; }

    /// <summary>Rows of earmarked reserves, and -1 for general ones, in the order in which they meet an overspend.</summary>
    public required ImmutableArray<int> Order { get; init; }

    /// <summary>Share of what was brought forward that is repaid in the year.</summary>
    public required Number Repays { get; init; }

    /// <summary>Leave to treat day-to-day cost as capital; null for none.</summary>
    public SupportPlan? Support { get; init; }

    /// <summary>What is said of a ring-fenced account; null for every other organisation.</summary>
    public AccountPlan? Account { get; init; }

    /// <summary>Share to which discretionary budgets fall under a section 114 notice; null where none is issued.</summary>
    public Number? EmergencyLevel { get; init; }

    /// <summary>Share of an underspend that it keeps.</summary>
    public required Number Keeps { get; init; }
}
