using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What one driver is held to change: a sum of values of options.</summary>
/// <param name="Driver">Name of the driver.</param>
/// <param name="Meaning">What it is; a few words.</param>
/// <param name="Of">Options whose values are added, and those whose values are taken off.</param>
public sealed record WaterfallPart(string Driver, string Meaning, ImmutableArray<(OptionId Option, double Sign)> Of);
