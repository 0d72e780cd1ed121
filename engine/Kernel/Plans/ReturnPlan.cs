namespace SystemSim.Kernel;

/// <summary>Demand that arrives at a service because another delivered: a referral, or failure demand.</summary>
/// <param name="From">Row of the service that delivered.</param>
/// <param name="Share">Contacts for each delivered.</param>
/// <param name="HandOff">Contacts for each delivered that come from handing over between funds; null for none.</param>
/// <param name="LagSteps">Steps later; 0 for the same step.</param>
public sealed record ReturnPlan(int From, Number Share, Number? HandOff, int LagSteps);
