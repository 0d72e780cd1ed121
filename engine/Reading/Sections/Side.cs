using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>An option, and the scenario as it sets it.</summary>
/// <param name="Option">The option.</param>
/// <param name="Sets">What it sets.</param>
/// <param name="Draft">The scenario with that set; the scenario itself when it sets nothing.</param>
internal sealed record Side(ReadOption Option, ImmutableArray<Setting> Sets, Draft Draft);
