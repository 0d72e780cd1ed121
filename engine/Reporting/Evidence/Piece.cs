namespace SystemSim.Reporting;

/// <summary>A part of a sentence.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Number">The number that it states; null where it states none.</param>
public sealed record Piece(string Text, Cited? Number = null);
