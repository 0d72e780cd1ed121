using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A unit cost, and the unit in which it is stated.</summary>
/// <param name="Cost">The cost.</param>
/// <param name="Unit">The unit as one word; empty for a contact.</param>
internal sealed record ReadCost(UnitCost Cost, string Unit);
