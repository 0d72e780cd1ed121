using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A unit cost, and the units in which it is stated.</summary>
/// <param name="Cost">The cost.</param>
/// <param name="Unit">The unit as one word; empty for a contact.</param>
/// <param name="UseUnit">Unit of the charge of use as one word; null when none is stated.</param>
/// <param name="HasVolume">Whether a volume is stated as activity.</param>
/// <param name="HasPeople">Whether a volume is stated as people.</param>
internal sealed record ReadCost(UnitCost Cost, string Unit, string? UseUnit, bool HasVolume, bool HasPeople);
