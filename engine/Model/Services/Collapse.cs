namespace SystemSim.Model;

/// <summary>What becomes of a provider whose grant is cut: staff leave at once, and come back slowly.</summary>
public sealed record Collapse
{
    /// <summary>Share of the first year's budget, at this year's prices, below which it collapses.</summary>
    public required Quantity Below { get; init; }

    /// <summary>Share of what it could do that is left then; null for nothing.</summary>
    public Quantity? To { get; init; }

    /// <summary>Years in which it builds up again; not rounded.</summary>
    public required Quantity RebuildsOver { get; init; }
}
