namespace SystemSim.Kernel;

/// <summary>Debt that there is when the run starts.</summary>
/// <param name="Amount">What is owed, GBP.</param>
/// <param name="Years">Years over which it is still repaid.</param>
/// <param name="Rate">Interest a year.</param>
public sealed record OpeningDebtPlan(Number Amount, int Years, Number Rate);
