using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns quantities and paths into numbers with rows.</summary>
internal sealed class NumberPlanner
{
    private readonly Horizon horizon;
    private readonly Dictionary<string, int> quantityRows = [];
    private readonly Dictionary<FactorId, int> factorRows = [];
    private readonly Dictionary<IndexId, int> indexRows = [];

    /// <summary>Gives every uncertain quantity and factor of a scenario its row: factors first, then quantities in order of declaration.</summary>
    public NumberPlanner(Scenario scenario)
    {
        horizon = scenario.Horizon;
        var central = ImmutableArray.CreateBuilder<double>();
        foreach (var factor in scenario.Factors)
        {
            factorRows.Add(factor.Id, central.Count);
            quantityRows.TryAdd(factor.Value.Name, central.Count);
            central.Add(factor.Value.Value);
        }

        foreach (var quantity in scenario.Numbers.Where(quantity => quantity.Spread is not null))
        {
            if (quantityRows.TryAdd(quantity.Name, central.Count))
            {
                central.Add(quantity.Value);
            }
        }

        Central = central.ToImmutable();
        foreach (var index in scenario.Prices.Indices)
        {
            indexRows.Add(index.Id, indexRows.Count);
        }
    }

    /// <summary>[quantity] central values.</summary>
    public ImmutableArray<double> Central { get; }

    /// <summary>A quantity as a number.</summary>
    public Number Of(Quantity quantity) => new()
    {
        Central = quantity.Value,
        Quantity = quantity.Spread is not null && quantityRows.TryGetValue(quantity.Name, out var row) ? row : -1,
        Factors = [.. quantity.Factors.Select(factor => factorRows[factor])],
    };

    /// <summary>A quantity as a number, or a known number when there is none.</summary>
    public Number Of(Quantity? quantity, double otherwise) => quantity is null ? Number.Known(otherwise) : Of(quantity);

    /// <summary>A quantity as a number, or none.</summary>
    public Number? OfOptional(Quantity? quantity) => quantity is null ? null : Of(quantity);

    /// <summary>A path, its years counted from the first of the run.</summary>
    public PathPlan Path(YearlyPath path) => new()
    {
        Points = [.. path.Points.Select(point => (point.From - horizon.Start, Of(point.Value)))],
        Growth = OfOptional(path.Growth),
        Index = path.Index is { } index ? Index(index) : -1,
    };

    /// <summary>A path, or none.</summary>
    public PathPlan? OptionalPath(YearlyPath? path) => path is null ? null : Path(path);

    /// <summary>Row of an index; -1 for none.</summary>
    public int Index(IndexId? index) => index is { } id ? indexRows[id] : -1;

    /// <summary>A year counted from the first of the run.</summary>
    public int Year(FinancialYear year) => year - horizon.Start;
}
