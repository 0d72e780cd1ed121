using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A capacity, and the unit in which it is stated.</summary>
/// <param name="Capacity">The capacity.</param>
/// <param name="Unit">The unit.</param>
internal sealed record ReadCapacity(Capacity Capacity, ActivityUnit Unit);
