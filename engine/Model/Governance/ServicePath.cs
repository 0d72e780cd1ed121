namespace SystemSim.Model;

/// <summary>A value by year for one service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Amount">The path, in the unit of the list that holds it.</param>
public sealed record ServicePath(ServiceId Service, YearlyPath Amount);
