namespace SystemSim.Reporting;

/// <summary>A chart below a table, of columns or lines over the table's columns.</summary>
/// <param name="Title">What it shows.</param>
/// <param name="FirstColumn">First column of the table that it shows; all after it too.</param>
/// <param name="Columns">Rows of the table, from 0, that are columns.</param>
/// <param name="Lines">Rows that are lines.</param>
internal sealed record SheetChart(string Title, int FirstColumn, ImmutableArray<int> Columns, ImmutableArray<int> Lines);
