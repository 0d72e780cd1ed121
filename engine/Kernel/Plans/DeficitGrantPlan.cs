namespace SystemSim.Kernel;

/// <summary>A grant towards a deficit.</summary>
/// <param name="Share">Share of it that is paid.</param>
/// <param name="Of">The deficit that is eligible, GBP.</param>
/// <param name="Year">Row of the year in which it is paid.</param>
public sealed record DeficitGrantPlan(Number Share, Number Of, int Year);
