namespace SystemSim.Analysis;

/// <summary>Numbers of one subject, and how much of a likely range comes of not knowing them.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Quantities">Their names.</param>
/// <param name="Narrower">By what share the likely range is narrower when they stand at their central values and all others are drawn;
/// below 0 where it is wider. Shares of several need not add to 1.</param>
public sealed record RangeSource(string Title, ImmutableArray<string> Quantities, double Narrower);
