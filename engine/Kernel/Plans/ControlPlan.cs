using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>A control total: how many people some cohorts have by an official projection, and the residual that makes them follow
/// it.</summary>
public sealed record ControlPlan
{
    /// <summary>In <see cref="Totals"/>, for a step that has none.</summary>
    public const double NoTotal = -1.0;

    /// <summary>Rows of the cohorts whose people are counted, in rising order.</summary>
    public required ImmutableArray<int> Cohorts { get; init; }

    /// <summary>People on 30 June of stated years, counted from the first of the run; years rise, none is negative.</summary>
    public required ImmutableArray<(int Year, double People)> Points { get; init; }

    /// <summary>[step] people there are to be when the step has ended, or <see cref="NoTotal"/>; empty until worked out.</summary>
    public ImmutableArray<double> Totals { get; init; } = [];

    /// <summary>[step] residual, as a share of each stock; empty until fitted.</summary>
    public ImmutableArray<double> Shares { get; init; } = [];
}
