namespace SystemSim.Model;

/// <summary>The terms that an arrangement states for one service, in place of the service's own.</summary>
/// <param name="Service">The service.</param>
/// <param name="Contract">The terms.</param>
public sealed record ServiceContract(ServiceId Service, Contract Contract);
