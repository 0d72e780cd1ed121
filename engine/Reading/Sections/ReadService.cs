using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A service, with what its rules ask about the file.</summary>
/// <param name="Service">The service.</param>
/// <param name="CostUnit">Unit in which its cost is stated, as one word; empty for a contact.</param>
/// <param name="CapacityUnit">Unit in which its capacity is stated; null when it has none.</param>
/// <param name="Effects">What it changes, in order.</param>
internal sealed record ReadService(Service Service, string CostUnit, ActivityUnit? CapacityUnit, ImmutableArray<ReadEffect> Effects);
