using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>People of one area at the start.</summary>
/// <param name="Name">The area.</param>
/// <param name="Bands">Its age bands, in the order of the file.</param>
internal sealed record ReadArea(string Name, ImmutableArray<ReadStart> Bands);
