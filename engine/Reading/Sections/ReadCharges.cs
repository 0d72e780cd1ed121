using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What users are charged.</summary>
/// <param name="Share">Share of the cost; null for none.</param>
/// <param name="Use">Charge for a unit; null for none.</param>
/// <param name="UseUnit">Its unit as one word, empty for a contact; null for none.</param>
internal sealed record ReadCharges(Quantity? Share, ChargeOfUse? Use, string? UseUnit);
