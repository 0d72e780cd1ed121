using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>A reserve that is set aside for a purpose.</summary>
/// <param name="Amount">What it holds at the start, GBP.</param>
/// <param name="Purpose">What it meets.</param>
/// <param name="Services">Rows of services whose overspends it meets, where the organisation bears them by itself; empty for another
/// purpose.</param>
public sealed record EarmarkedPlan(Number Amount, ReservePurpose Purpose, ImmutableArray<int> Services);
