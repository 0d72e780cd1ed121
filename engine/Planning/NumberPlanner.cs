using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns quantities and paths into numbers with rows.</summary>
internal sealed class NumberPlanner
{
    private readonly Horizon horizon;
    private readonly Dictionary<(string Name, double Value, Spread? Spread), int> quantityRows = [];
    private readonly Dictionary<FactorId, int> factorRows = [];
    private readonly Dictionary<IndexId, int> indexRows = [];

    /// <summary>Gives every uncertain quantity and factor of a scenario its row: factors first, then quantities in order of declaration.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="free">Names of numbers that have a row in any case, because a study will set them; null for none.</param>
    public NumberPlanner(Scenario scenario, IReadOnlySet<string>? free = null)
    {
        horizon = scenario.Horizon;
        var drawn = ImmutableArray.CreateBuilder<Quantity>();
        foreach (var factor in scenario.Factors)
        {
            factorRows.Add(factor.Id, drawn.Count);
            quantityRows.TryAdd(KeyOf(factor.Value), drawn.Count);
            drawn.Add(factor.Value);
        }

        // What an option puts in the place of a number has a row of its own, and the same name: both meet the same draws.
        var named = scenario.Drawing.Rows.SelectMany(row => row.Members).Concat(scenario.Drawing.Given.Select(given => given.Quantity)).ToHashSet();
        foreach (var quantity in scenario.Numbers)
        {
            if ((quantity.Spread is not null || free?.Contains(quantity.Name) == true || named.Remove(quantity.Name)) && quantityRows.TryAdd(KeyOf(quantity), drawn.Count))
            {
                drawn.Add(quantity);
            }
        }

        Drawn = drawn.ToImmutable();
        Central = [.. Drawn.Select(quantity => quantity.Value)];
        foreach (var index in scenario.Prices.Indices)
        {
            indexRows.Add(index.Id, indexRows.Count);
        }
    }

    /// <summary>[quantity] the uncertain quantities.</summary>
    public ImmutableArray<Quantity> Drawn { get; }

    /// <summary>[quantity] central values.</summary>
    public ImmutableArray<double> Central { get; }

    /// <summary>A quantity as a number.</summary>
    public Number Of(Quantity quantity) => new()
    {
        Central = quantity.Value,
        Quantity = RowOf(quantity),
        Factors = [.. quantity.Factors.Select(factor => factorRows[factor])],
    };

    /// <summary>Row of a quantity; -1 when it has one value.</summary>
    public int RowOf(Quantity quantity) => quantityRows.GetValueOrDefault(KeyOf(quantity), -1);

    /// <summary>Row of a factor.</summary>
    public int RowOf(FactorId factor) => factorRows[factor];

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

    private static (string Name, double Value, Spread? Spread) KeyOf(Quantity quantity) => (quantity.Name, quantity.Value, quantity.Spread);
}
