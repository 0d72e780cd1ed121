using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>What a fund pays for.</summary>
/// <param name="IsAll">Whether it pays for every service.</param>
/// <param name="Services">The services, when they are listed.</param>
internal sealed record ReadPays(bool IsAll, ImmutableArray<ServiceId> Services);
