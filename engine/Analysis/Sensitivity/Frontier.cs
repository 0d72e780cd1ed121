namespace SystemSim.Analysis;

/// <summary>Which options could be the best at some willingness to pay for effect, and which never.</summary>
/// <remarks>
/// Options in order of cost, less effect last among equal ones. Each that has no more effect than one before it is strongly dominated. Of
/// the others, those above the lower hull of cost over effect are dominated by extension. Along the hull incremental ratios rise.
/// </remarks>
public static class Frontier
{
    /// <summary>Places options, in order of cost.</summary>
    public static ImmutableArray<FrontierEntry> Of(IEnumerable<CostEffect> options)
    {
        CostEffect[] ordered = [.. options.OrderBy(option => option.Cost).ThenByDescending(option => option.Effect)];
        var strong = new Dictionary<CostEffect, CostEffect>(ReferenceEqualityComparer.Instance);
        var hull = new List<CostEffect>();
        var standing = new List<CostEffect>();
        foreach (var option in ordered)
        {
            if (standing.Count > 0 && option.Effect <= standing[^1].Effect)
            {
                // The first that has as much effect is the cheapest that does.
                strong.Add(option, standing.First(known => known.Effect >= option.Effect));
                continue;
            }

            standing.Add(option);
            while (hull.Count > 1 && Ratio(hull[^2], hull[^1]) >= Ratio(hull[^1], option))
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add(option);
        }

        return [.. ordered.Select(Place)];

        FrontierEntry Place(CostEffect option)
        {
            if (strong.TryGetValue(option, out var better))
            {
                return new FrontierEntry(option, Dominance.Strong, [better.Name], null);
            }

            var place = hull.FindIndex(known => ReferenceEquals(known, option));
            return place >= 0
                ? new FrontierEntry(option, Dominance.None, [], place == 0 ? null : Ratio(hull[place - 1], option))
                : new FrontierEntry(
                    option,
                    Dominance.Extended,
                    [hull.Last(known => known.Effect < option.Effect).Name, hull.First(known => known.Effect > option.Effect).Name],
                    null
                );
        }
    }

    private static double Ratio(CostEffect from, CostEffect to) => (to.Cost - from.Cost) / (to.Effect - from.Effect);
}
