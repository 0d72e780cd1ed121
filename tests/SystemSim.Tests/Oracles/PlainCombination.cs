
namespace SystemSim.Tests;

/// <summary>How several effects on one target act together (section 5).</summary>
internal static class PlainCombination
{
    /// <summary>The multiplier of effects given by coverage and strength, in order of declaration.</summary>
    public static double Multiplier(IReadOnlyList<(double Coverage, double Strength)> effects, CombinationRule rule)
    {
        var lower = effects.Where(effect => effect.Strength > 0.0).OrderByDescending(effect => effect.Strength).ToList();
        var raise = effects.Where(effect => effect.Strength < 0.0).Select(effect => (effect.Coverage, Strength: -effect.Strength))
            .OrderByDescending(effect => effect.Strength).ToList();
        return rule == CombinationRule.Stacked
            ? Product(lower, -1.0) * Product(raise, 1.0)
            : (1.0 - Total(lower, rule)) * (1.0 + Total(raise, rule));
    }

    private static double Product(List<(double Coverage, double Strength)> effects, double sign) =>
        effects.Aggregate(1.0, (product, effect) => product * (1.0 + (sign * effect.Coverage * effect.Strength)));

    private static double Total(List<(double Coverage, double Strength)> strongestFirst, CombinationRule rule)
    {
        var total = 0.0;
        var notCovered = 1.0;
        var filled = 0.0;
        var largest = 0.0;
        foreach (var (coverage, strength) in strongestFirst)
        {
            var added = Math.Min(coverage, 1.0 - filled);
            total += strength * rule switch
            {
                CombinationRule.Random => coverage * notCovered,
                CombinationRule.Additive => added,
                _ => Math.Max(0.0, coverage - largest),
            };
            notCovered *= 1.0 - coverage;
            filled += added;
            largest = Math.Max(largest, coverage);
        }

        return total;
    }
}
