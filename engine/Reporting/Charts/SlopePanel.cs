namespace SystemSim.Reporting;

/// <summary>One share at two times, under several options.</summary>
/// <param name="Title">What the share is of.</param>
/// <param name="Lines">Names of the options, and the share at the start and at the end.</param>
public sealed record SlopePanel(string Title, ImmutableArray<(string Name, double From, double To)> Lines);
