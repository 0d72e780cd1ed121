namespace SystemSim.Reporting;

/// <summary>A cell of a table on a page.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Number">The number that it states; null for words.</param>
public sealed record PageCell(string Text, Cited? Number = null);
