namespace SystemSim.Kernel;

/// <summary>A line of other spending.</summary>
/// <param name="Amount">GBP a year before savings.</param>
/// <param name="Savings">Planned savings; null for none.</param>
/// <param name="Delivered">Share of the savings that is delivered; null for all.</param>
public sealed record SpendingPlan(PathPlan Amount, PathPlan? Savings, Number? Delivered);
