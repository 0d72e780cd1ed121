namespace SystemSim.Analysis;

/// <summary>The distribution of one outcome over the draws that were not stopped.</summary>
public sealed record OutcomeSummary
{
    /// <summary>Percentiles that are told.</summary>
    public static ImmutableArray<int> Percentiles { get; } = [5, 10, 25, 50, 75, 90, 95];

    /// <summary>Draws that do not have it: a ratio to nothing. Percentiles are of the others.</summary>
    public long Absent { get; init; }

    /// <summary>Draws in which it lies beyond the range in which quantiles are counted: a percentile among them is told as the end of that
    /// range.</summary>
    public long Beyond { get; init; }

    /// <summary>Mean; of a ratio that of the benefits over that of the cost, and not a number where nothing is put in.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation; not a number for a ratio, nor for one draw, which has no spread: nor then are error and
    /// percentiles.</summary>
    public required double Deviation { get; init; }

    /// <summary>Monte Carlo error of the mean: its standard error. Latin hypercube and Sobol draws do better than it says.</summary>
    public required double Error { get; init; }

    /// <summary>[percentile] values, in the order of <see cref="Percentiles"/>.</summary>
    public required ImmutableArray<double> Quantiles { get; init; }

    /// <summary>One of the percentiles that are told.</summary>
    public double At(int percentile) => Quantiles[Percentiles.IndexOf(percentile)];

    /// <summary>The same with the other sign.</summary>
    public OutcomeSummary Turned => this with
    {
        Mean = 0.0 - Mean,
        Quantiles = [.. Quantiles.Reverse().Select(value => 0.0 - value)],
    };

    /// <summary>The same in other prices.</summary>
    public OutcomeSummary Times(double factor) => this with
    {
        Mean = Mean * factor,
        Deviation = Deviation * factor,
        Error = Error * factor,
        Quantiles = [.. Quantiles.Select(value => value * factor)],
    };
}
