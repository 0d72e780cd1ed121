namespace SystemSim.Analysis;

/// <summary>An option among others, by cost and effect.</summary>
/// <param name="Of">The option, its cost and its effect.</param>
/// <param name="Dominance">Whether others dominate it.</param>
/// <param name="By">The options that do; empty where none does.</param>
/// <param name="Ratio">Incremental cost for each unit of effect over the one before it on the frontier; null off the frontier, and for its
/// first.</param>
public sealed record FrontierEntry(CostEffect Of, Dominance Dominance, ImmutableArray<string> By, double? Ratio);
