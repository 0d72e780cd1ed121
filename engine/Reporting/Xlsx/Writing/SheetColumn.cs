namespace SystemSim.Reporting;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Its heading; unique within the table.</param>
/// <param name="Width">Most characters of width; text beyond it goes on in the next line. 0 for as wide as its widest cell.</param>
internal sealed record SheetColumn(string Heading, int Width = 0);
