using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>A season.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Months">[month, April first] multipliers with mean 1.</param>
internal sealed record Season(string Name, ImmutableArray<double> Months);
