namespace SystemSim.Reporting;

/// <summary>One share at two times, under several options.</summary>
/// <param name="Title">What the share is of.</param>
/// <param name="Lines">One for each option.</param>
public sealed record SlopePanel(string Title, ImmutableArray<SlopeLine> Lines);
