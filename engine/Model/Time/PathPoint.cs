namespace SystemSim.Model;

/// <summary>The value of a yearly path from one financial year on.</summary>
/// <param name="From">First year in which it holds.</param>
/// <param name="Value">The value, in the unit of the path.</param>
public sealed record PathPoint(FinancialYear From, Quantity Value);
