using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>Values of a scenario's numbers in the central run, uncertain factors included.</summary>
internal sealed class CentralValues(Scenario scenario)
{
    private readonly Dictionary<FactorId, double> factors = scenario.Factors.ToDictionary(
        factor => factor.Id,
        factor => factor.Value.Value
    );

    /// <summary>A number times the factors on it.</summary>
    public double Of(Quantity quantity) => quantity.Factors.Aggregate(quantity.Value, (value, factor) => value * factors[factor]);

    /// <summary>The value of a path in a year.</summary>
    public double In(YearlyPath path, FinancialYear year)
    {
        var point = path.Points.LastOrDefault(known => known.From <= year) ?? path.Points[0];
        var value = Of(point.Value);
        if (point != path.Points[^1] || year <= point.From)
        {
            return value;
        }

        return path switch
        {
            { Growth: { } growth } => value * YearlyPath.Compounded(Of(growth), year - point.From),
            { Index: { } index } => value * PriceRatio(index, point.From, year),
            _ => value,
        };
    }

    /// <summary>How an index changes from one year to another; 1 without one.</summary>
    public double PriceRatio(IndexId? index, FinancialYear from, FinancialYear to) =>
        index is { } id && scenario.Prices.Indices.First(known => known.Id == id).Levels is var levels
            ? In(levels, to) / In(levels, from)
            : 1.0;
}
