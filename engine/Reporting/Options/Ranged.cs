namespace SystemSim.Reporting;

/// <summary>A number with its likely range.</summary>
/// <param name="Middle">Mean over draws; the value of the central run where nothing was drawn.</param>
/// <param name="Low">10th percentile; null where no range may be told.</param>
/// <param name="High">90th percentile, likewise.</param>
public sealed record Ranged(Cited Middle, Cited? Low = null, Cited? High = null);
