namespace SystemSim.Reporting;

/// <summary>One difference, with its range where there is one.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">With central values.</param>
/// <param name="Low">Lower end of the range; null where nothing is drawn.</param>
/// <param name="High">Upper end of the range; null where nothing is drawn.</param>
public sealed record IntervalRow(string Name, double Value, double? Low = null, double? High = null);
