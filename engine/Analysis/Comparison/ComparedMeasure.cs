namespace SystemSim.Analysis;

/// <summary>One measure, side by side.</summary>
public sealed record ComparedMeasure
{
    /// <summary>The measure.</summary>
    public required MeasureEntry Measure { get; init; }

    /// <summary>What the tables call the column by which it is shown.</summary>
    public required string By { get; init; }

    /// <summary>Whether values of several years can be added up.</summary>
    public required bool IsFlow { get; init; }

    /// <summary>Organisations or services for which any side has a value.</summary>
    public required ImmutableArray<ComparedItem> Items { get; init; }
}
