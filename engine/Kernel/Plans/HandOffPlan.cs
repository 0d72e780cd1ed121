namespace SystemSim.Kernel;

/// <summary>Failure demand that comes from handing over between funds.</summary>
/// <param name="Share">Contacts for each delivered.</param>
/// <param name="FadesOver">Years over which it fades; null for never.</param>
/// <param name="FadesFrom">Year from whose start it fades, counted from the first of the run.</param>
public sealed record HandOffPlan(Number Share, Number? FadesOver, int FadesFrom);
