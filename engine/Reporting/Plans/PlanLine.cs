namespace SystemSim.Reporting;

/// <summary>A line of a plan that stands by itself; sums are taken of such lines.</summary>
/// <param name="Part">Which part of the plan it is in.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Units">[year] whole units of the plan.</param>
internal sealed record PlanLine(PlanPart Part, string Name, long[] Units);
