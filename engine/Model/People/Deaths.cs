using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>Who dies: chances by age band and need state, or a yearly count spread by shares.</summary>
public sealed record Deaths
{
    /// <summary>[age band, need state], need state fastest: chance of dying within <see cref="Over"/>; empty when a count is
    /// given.</summary>
    public ImmutableArray<YearlyPath> Chances { get; init; } = [];

    /// <summary>Time over which the chances are stated, in years.</summary>
    public double Over { get; init; } = 1.0;

    /// <summary>Deaths a year to which the chances are scaled in every year that it states, on the baseline's people of its start; null
    /// when they stand as they are.</summary>
    public YearlyPath? ScaleTo { get; init; }

    /// <summary>Deaths a year, spread by <see cref="Shares"/>; null when chances are given.</summary>
    public YearlyPath? Count { get; init; }

    /// <summary>How the count is spread over cohorts; null when chances are given.</summary>
    public CohortShares? Shares { get; init; }
}
