namespace SystemSim.Kernel;

/// <summary>Something that an organisation pays for once.</summary>
/// <param name="Amount">GBP.</param>
/// <param name="Year">Row of the year in which it is paid.</param>
/// <param name="RepaidOver">Years after it in which it is paid back to the reserves that it is drawn from; 0 when it comes out of the
/// year's money.</param>
/// <param name="Part">What of it is taken on from a body that has ended; null where it is its own.</param>
public sealed record OneOffPlan(Number Amount, int Year, int RepaidOver, PartPlan? Part = null);
