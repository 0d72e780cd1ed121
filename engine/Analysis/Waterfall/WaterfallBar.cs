namespace SystemSim.Analysis;

/// <summary>What one driver does by itself.</summary>
/// <param name="Driver">Name of the driver, such as <c>pooling</c>.</param>
/// <param name="Meaning">What is switched.</param>
/// <param name="Value">What the measure changes by, in its unit, when the driver alone is switched.</param>
public sealed record WaterfallBar(string Driver, string Meaning, double Value);
