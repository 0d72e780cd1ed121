namespace SystemSim.Kernel;

/// <summary>A ring-fenced account.</summary>
public sealed record AccountPlan
{
    /// <summary>Row of the organisation whose it is.</summary>
    public required int Owner { get; init; }

    /// <summary>Row of the year from whose start its deficit is the owner's; the number of years where it never is in the run.</summary>
    public required int CountsFrom { get; init; }

    /// <summary>What the owner pays a year for carrying its deficit, as a share of it.</summary>
    public required Number Financing { get; init; }

    /// <summary>A grant towards its deficit; null for none.</summary>
    public DeficitGrantPlan? Grant { get; init; }

    /// <summary>Share of a year's overspend that the centre meets; null for none.</summary>
    public PathPlan? CentreMeets { get; init; }
}
