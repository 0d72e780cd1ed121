namespace SystemSim.Analysis;

/// <summary>Draws that broke one rule, and are left out of every summary.</summary>
/// <param name="Reason">What they broke.</param>
/// <param name="Count">How many.</param>
/// <param name="First">The first of them.</param>
public sealed record StoppedDraws(string Reason, long Count, long First);
