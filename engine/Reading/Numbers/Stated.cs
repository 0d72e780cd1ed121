using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A quantity, and the unit it was stated in.</summary>
/// <param name="Quantity">The quantity, in base units.</param>
/// <param name="Unit">Its unit as one word; empty when none was written.</param>
internal sealed record Stated(Quantity Quantity, string Unit);
