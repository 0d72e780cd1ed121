namespace SystemSim.Reporting;

/// <summary>One difference, with its range where there is one.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Value">The mean where there is a range; else with central values.</param>
/// <param name="Low">Lower end of the range; null where nothing is drawn.</param>
/// <param name="High">Upper end of the range; null where nothing is drawn.</param>
public sealed record IntervalRow(string Name, double Value, double? Low = null, double? High = null)
{
    /// <summary>Whether it is so far out that the others could not be told apart beside it: it is told in words.</summary>
    public bool IsApart { get; init; }

    /// <summary>With central values, as a hollow mark; null where that is the value itself.</summary>
    public double? Central { get; init; }

    /// <summary>What else is to be known of it, on a line of its own; empty for nothing.</summary>
    public string Beside { get; init; } = "";
}
