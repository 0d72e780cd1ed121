using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A contract, and the units in which it is stated.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="PriceUnit">Unit of its price as one word, empty for a contact; null when no price is stated.</param>
/// <param name="HasVolume">Whether its volume is stated as activity.</param>
/// <param name="HasPeople">Whether its volume is stated as people.</param>
internal sealed record ReadContract(Contract Contract, string? PriceUnit, bool HasVolume, bool HasPeople);
