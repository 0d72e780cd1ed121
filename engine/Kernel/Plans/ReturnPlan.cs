namespace SystemSim.Kernel;

/// <summary>Demand that arrives at a service because another delivered: a referral, or failure demand.</summary>
/// <param name="From">Row of the service that delivered.</param>
/// <param name="Share">Contacts for each delivered.</param>
/// <param name="HandOff">What handing over between funds adds; null for nothing.</param>
/// <param name="LagSteps">Steps later; 0 for the same step.</param>
public sealed record ReturnPlan(int From, Number Share, HandOffPlan? HandOff, int LagSteps);
