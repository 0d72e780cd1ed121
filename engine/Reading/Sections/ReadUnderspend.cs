using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What becomes of a pool's underspend; the rest is shared among the partners.</summary>
/// <param name="Kept">Share kept; null for none.</param>
/// <param name="Returned">Share that leaves the place; null for none.</param>
internal sealed record ReadUnderspend(Quantity? Kept, Quantity? Returned);
