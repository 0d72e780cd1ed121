using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A quantity, and the time within which it holds.</summary>
/// <param name="Quantity">The quantity.</param>
/// <param name="Over">The time, in years.</param>
internal sealed record TimedQuantity(Quantity Quantity, double Over);
