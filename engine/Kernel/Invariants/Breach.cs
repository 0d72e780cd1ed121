namespace SystemSim.Kernel;

/// <summary>An invariant that a run broke: what stopped it.</summary>
/// <param name="Invariant">Which.</param>
/// <param name="Row">Of which cohort, service, organisation or fund.</param>
/// <param name="Year">Year, from 0; -1 for today's opening state.</param>
/// <param name="Step">Step of the run, from 0; -1 when it was found at a year's end.</param>
/// <param name="Lane">Lane of the block.</param>
/// <param name="Amount">By how much, in the unit of what was checked; not a number when the value itself was none.</param>
/// <param name="Measure">Of which measure, for a number that is not finite or too large; else null.</param>
public sealed record Breach(Invariant Invariant, int Row, int Year, int Step, int Lane, double Amount, Measure? Measure = null);
