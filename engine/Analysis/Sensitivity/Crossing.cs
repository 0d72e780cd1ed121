namespace SystemSim.Analysis;

/// <summary>A value of a quantity at which a number of the answers passes through nothing.</summary>
public sealed record Crossing
{
    /// <summary>The value, in base units.</summary>
    public required double Value { get; init; }

    /// <summary>
    /// The other end of a stretch in which the number is nothing all along, as far as the points of the search tell; or, where it leaps, in
    /// which runs are stopped and cannot tell where. Null for a single value.
    /// </summary>
    public double? UpTo { get; init; }

    /// <summary>The number at the value: what is left of nothing.</summary>
    public required double Residual { get; init; }

    /// <summary>Whether the number leaps from one side of nothing to the other, and is nothing nowhere.</summary>
    public bool IsLeap { get; init; }

    /// <summary>The chance that a draw of the quantity is below the value; null where it is not drawn by itself.</summary>
    public double? ChanceBelow { get; init; }
}
