namespace SystemSim.Reporting;

/// <summary>A step on the way from one option to another.</summary>
/// <param name="Name">What is switched with it.</param>
/// <param name="Value">What difference it makes.</param>
public sealed record WaterfallStep(string Name, double Value);
