using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>A service, with what its rules ask about the file.</summary>
/// <param name="Service">The service.</param>
/// <param name="Cost">Its cost; null when it could not be read.</param>
/// <param name="Contract">Its contract.</param>
/// <param name="CapacityUnit">Unit in which its capacity is stated; null when it has none.</param>
/// <param name="Effects">What it changes, in order.</param>
internal sealed record ReadService(
    Service Service,
    ReadCost? Cost,
    ReadContract Contract,
    ActivityUnit? CapacityUnit,
    ImmutableArray<ReadEffect> Effects
);
