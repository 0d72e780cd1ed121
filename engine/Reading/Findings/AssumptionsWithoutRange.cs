using System.Collections.Immutable;

namespace SystemSim.Reading;

/// <summary>Assumptions without a range, gathered by where it is said that they are assumptions.</summary>
internal static class AssumptionsWithoutRange
{
    private const int MostNamed = 3;

    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        // The first level of an index is a scale: only the ratios to it matter.
        var scales = draft.Prices!.Prices.Indices.Select(index => $"prices.indices.{index.Id}.{index.Levels.Points[0].From}").ToHashSet();
        // A control total can have none.
        var totals = draft.People!.Population.ControlTotals.SelectMany(total => total.Totals).Select(point => point.Value.Name).ToHashSet();
        var assumed = sides
            .SelectMany(side => side.Draft.Context.Numbers)
            .Concat(draft.Context.Numbers)
            .Where(number =>
                number.Quantity.IsAssumption
                && !number.Quantity.IsUncertain
                && !scales.Contains(number.Quantity.Name)
                && !totals.Contains(number.Quantity.Name)
            )
            .DistinctBy(number => number.Quantity.Name);
        foreach (var together in assumed.GroupBy(number => number.From.SaidAt ?? number.Node.At))
        {
            var names = together.Select(number => number.Quantity.Name).Order(StringComparer.Ordinal).ToList();
            var rest = names.Count > MostNamed ? $" and {names.Count - MostNamed} more" : "";
            var subject = names.Count == 1 ? "an assumption has" : $"{names.Count} assumptions have";
            draft.Context.Problems.Add(
                Codes.NoRange, together.Key,
                $"{subject} no range: {string.Join(", ", names.Take(MostNamed))}{rest}.",
                "write {value: ..., low: ..., high: ...}.");
        }
    }
}
