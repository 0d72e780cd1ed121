namespace SystemSim.Analysis;

/// <summary>One number that every draw leaves, in nominal money.</summary>
/// <param name="About">What it is about.</param>
/// <param name="Kind">What it is of a run.</param>
/// <param name="Year">Year, from 0; that of the last for what is of the whole run.</param>
public sealed record Outcome(Subject About, OutcomeKind Kind, int Year);
