namespace SystemSim.Model;

/// <summary>A number for one service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Value">The number, in the unit of the list that holds it.</param>
public sealed record ServiceAmount(ServiceId Service, Quantity Value);
