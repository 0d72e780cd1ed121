namespace SystemSim.Reporting;

/// <summary>A line of a pool's account.</summary>
/// <param name="Part">Which part of the account it is in.</param>
/// <param name="Partner">The partner that it is of, by its name to print; null for the pool itself.</param>
/// <param name="Units">[year] whole units.</param>
internal sealed record PoolLine(PoolPart Part, string? Partner, long[] Units);
