using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>How a year's budgets are released, and what happens when a fund is heading for an overspend.</summary>
public sealed record InYear
{
    /// <summary>[month, April first] shares of a year's budget, adding up to 1; empty for even.</summary>
    public ImmutableArray<double> Profile { get; init; } = [];

    /// <summary>Whether what a step does not spend is lost to the service, rather than added to the next step of the year.</summary>
    public bool UnspentLapses { get; init; }

    /// <summary>Share by which budgets above floors are cut while the forecast overspend exceeds the contingency; null for no
    /// brake.</summary>
    public Quantity? Brake { get; init; }
}
