using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Deaths as the file states them.</summary>
internal sealed record ReadDeaths
{
    /// <summary>[age band, need state] chances; null where none is stated; empty when a count is given.</summary>
    public ImmutableArray<StatedPath?> Chances { get; init; } = [];

    /// <summary>Deaths a year to which chances are scaled; null for none.</summary>
    public YearlyPath? ScaleTo { get; init; }

    /// <summary>Deaths a year; null when chances are given.</summary>
    public YearlyPath? Count { get; init; }

    /// <summary>[area] shares of the count; empty for in proportion to people.</summary>
    public ImmutableArray<Quantity> Areas { get; init; } = [];

    /// <summary>[age band] shares of the count.</summary>
    public ImmutableArray<Quantity> Ages { get; init; } = [];

    /// <summary>[need state] shares of the count.</summary>
    public ImmutableArray<Quantity> Need { get; init; } = [];

    /// <summary>Deaths as the model has them: nobody dies by a chance that is not stated, since those cohorts die by their moves.</summary>
    /// <param name="first">First year of the run.</param>
    public Deaths ToModel(FinancialYear first) => Count is { } count
        ? new Deaths { Count = count, Shares = new CohortShares { Areas = Areas, Ages = Ages, Need = Need } }
        : new Deaths
        {
            Chances = [.. Chances.Select(chance => chance?.Path ?? YearlyPath.Constant(first, Quantity.Of(0.0)))],
            Over = Chances.FirstOrDefault(chance => chance is not null)?.Over ?? 1.0,
            ScaleTo = ScaleTo,
        };
}
