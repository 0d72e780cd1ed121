using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>One value for all age bands, or one for each of some.</summary>
/// <param name="Same">The value for all; null when bands are listed.</param>
/// <param name="Each">The bands listed.</param>
internal sealed record ByAge<T>(T? Same, ImmutableArray<KeyValuePair<AgeBandId, T>> Each)
    where T : class;
