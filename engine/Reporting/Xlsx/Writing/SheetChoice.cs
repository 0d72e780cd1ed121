namespace SystemSim.Reporting;

/// <summary>A cell above a table in which a reader chooses, by a drop-down, what the table shows.</summary>
/// <param name="Label">What is chosen.</param>
/// <param name="Value">What is chosen when the workbook is opened.</param>
/// <param name="From">Defined name of the cells that hold what may be chosen.</param>
internal sealed record SheetChoice(string Label, string Value, string From);
