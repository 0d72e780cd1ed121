namespace SystemSim.Kernel;

/// <summary>What breaking a contract of today costs.</summary>
/// <param name="Amount">Break charge, GBP of the first year.</param>
/// <param name="Index">Row of the index that carries it to the year in which the contract is broken; -1 for none.</param>
/// <param name="Provider">Row of the organisation that provides today, and is paid.</param>
/// <param name="NoticeSteps">Steps of its notice that have not run when it is broken, and are paid for.</param>
public sealed record BrokenContractPlan(Number Amount, int Index, int Provider, double NoticeSteps);
