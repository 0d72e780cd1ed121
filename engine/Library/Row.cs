namespace SystemSim;

/// <summary>One number of the answers: a row of the tidy files, with the same columns.</summary>
/// <remarks>What does not apply is empty. Money is in GBP; rows of money stand once as paid (<c>nominal</c>), and once in the prices of the
/// price year.</remarks>
public sealed record Row
{
    /// <summary>Option.</summary>
    public required string Option { get; init; }

    /// <summary>The baseline, where it is the difference from that; empty for the option's own value.</summary>
    public required string Against { get; init; }

    /// <summary>Measure, such as <c>spend</c>; the engine's <c>MODEL.md</c> lists all.</summary>
    public required string Measure { get; init; }

    /// <summary>Financial year, such as <c>2026/27</c>; empty for what is of no year.</summary>
    public required string Year { get; init; }

    /// <summary>Step of the year, from 1; null for the year as a whole.</summary>
    public required int? Step { get; init; }

    /// <summary>Who pays, or whose position it is.</summary>
    public required string Organisation { get; init; }

    /// <summary>Fund.</summary>
    public required string Fund { get; init; }

    /// <summary>Who provides.</summary>
    public required string Provider { get; init; }

    /// <summary>Service.</summary>
    public required string Service { get; init; }

    /// <summary>Tier of the service.</summary>
    public required string Tier { get; init; }

    /// <summary>Area.</summary>
    public required string Area { get; init; }

    /// <summary>Age band.</summary>
    public required string AgeBand { get; init; }

    /// <summary>Need state.</summary>
    public required string NeedState { get; init; }

    /// <summary><c>nominal</c>, or the year whose prices it is in; empty for what is not money.</summary>
    public required string PriceBase { get; init; }

    /// <summary>Unit, such as <c>GBP</c> or <c>contacts</c>.</summary>
    public required string Unit { get; init; }

    /// <summary><c>central</c> for the run with central values; of the simulations <c>mean</c>, <c>sd</c>, <c>error</c>, <c>p5</c> to
    /// <c>p95</c>.</summary>
    public required string Statistic { get; init; }

    /// <summary>The number.</summary>
    public required double Value { get; init; }
}
