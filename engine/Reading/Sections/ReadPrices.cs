using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The prices of a scenario, and the index that costs follow unless they name one.</summary>
/// <param name="Index">The index; null when costs do not change unless they say so.</param>
/// <param name="Prices">The prices.</param>
internal sealed record ReadPrices(IndexId? Index, Prices Prices)
{
    /// <summary>The levels of an index; null when there is no such index.</summary>
    public YearlyPath? Levels(IndexId? index) => Prices.Indices.FirstOrDefault(known => known.Id == index)?.Levels;
}
