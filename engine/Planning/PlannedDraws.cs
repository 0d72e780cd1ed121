using SystemSim.Lanes;

namespace SystemSim.Planning;

/// <summary>What drawing needs, and what its rows stand for.</summary>
public sealed record PlannedDraws
{
    /// <summary>What drawing needs.</summary>
    public required DrawPlan Plan { get; init; }

    /// <summary>[quantity] the uncertain quantities, in the order of their rows.</summary>
    public required ImmutableArray<DrawnQuantity> Quantities { get; init; }

    /// <summary>[limit] what a draw that breaks the rule does.</summary>
    public required ImmutableArray<string> LimitSentences { get; init; }

    /// <summary>Most draws there can be: as many as are given; null where nothing limits them.</summary>
    public required int? MostDraws { get; init; }
}
