namespace SystemSim.Kernel;

/// <summary>What a fund decides when a year starts.</summary>
/// <param name="Budgets">Budget of each discretionary service, in the order of the fund's lines.</param>
/// <param name="Given">What the rules give each in the year; its budget is more where the notice of an earlier sum still runs.</param>
/// <param name="Contingency">What is set aside, with what joined it.</param>
/// <param name="Gap">Floors that the money did not reach.</param>
internal sealed record FundBudget(Value[] Budgets, Value[] Given, Value Contingency, Value Gap);
