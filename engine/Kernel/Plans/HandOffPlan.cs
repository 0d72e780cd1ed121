namespace SystemSim.Kernel;

/// <summary>Failure demand that comes from handing over between funds.</summary>
/// <param name="Share">Contacts for each delivered.</param>
/// <param name="FadesOver">Years over which it fades from the start of the run; null for never.</param>
public sealed record HandOffPlan(Number Share, Number? FadesOver);
