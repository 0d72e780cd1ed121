using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>What the business case of a service says to a fund.</summary>
/// <param name="Savings">GBP saved for each GBP, by each payer in this fund.</param>
/// <param name="Within">Years within which it is saved.</param>
public sealed record BusinessCasePlan(ImmutableArray<Number> Savings, Number Within);
