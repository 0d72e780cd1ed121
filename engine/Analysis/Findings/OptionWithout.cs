using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>An option without one of the things that it sets.</summary>
/// <param name="Option">The option.</param>
/// <param name="Path">Path of what it sets.</param>
/// <param name="Rest">What is left of it without that; null where the rest alone is no sound option.</param>
public sealed record OptionWithout(OptionId Option, string Path, Option? Rest);
