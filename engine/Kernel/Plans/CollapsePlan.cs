namespace SystemSim.Kernel;

/// <summary>What a cut does to the provider of a grant.</summary>
/// <param name="Below">Share of its first year's sum, at the year's prices, below which it collapses.</param>
/// <param name="To">Share of what it could do that is left.</param>
/// <param name="RebuildsOver">Years in which it builds up again.</param>
public sealed record CollapsePlan(Number Below, Number To, Number RebuildsOver);
