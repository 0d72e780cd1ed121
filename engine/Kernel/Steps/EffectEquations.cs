namespace SystemSim.Kernel;

/// <summary>Coverage, strength and combination of effects.</summary>
internal static class EffectEquations
{
    /// <summary>The share of the group that has an effect.</summary>
    /// <param name="effect">The effect.</param>
    /// <param name="values">The plan's numbers.</param>
    /// <param name="group">People in the target group; not asked for where only spend counts.</param>
    /// <param name="level">Reach (people) or dose (GBP a head a year).</param>
    public static Value Covered(EffectPlan effect, PlanValues values, Func<Value> group, Value level)
    {
        switch (effect.Coverage)
        {
            case CoverageKind.SpendUpToFull:
                return Value.Min(level / values.Of(effect.Dose!), 1.0);
            case CoverageKind.SpendAroundHalf:
                return level / (level + values.Of(effect.Dose!));
            default:
                var size = group();
                var reached = Value.IfAtMost(size, values.Set.Zero, values.Set.One, level / size);
                if (effect.Ceiling is not { } most)
                {
                    return Value.Min(reached, 1.0);
                }

                var ceiling = values.Of(most);
                return (2.0 * ceiling / (1.0 + Value.Exp(Value.ShareOf(-2.0 * reached, ceiling)))) - ceiling;
        }
    }

    /// <summary>The strength of an effect before it fades: the share by which a quantity falls, negative where it rises.</summary>
    public static Value Strength(EffectPlan effect, PlanValues values)
    {
        var stated = values.Of(effect.Strength);
        var falls = effect.Form switch
        {
            StrengthForm.More => values.Set.Zero - stated,
            StrengthForm.RelativeRisk => 1.0 - stated,
            StrengthForm.Less => stated,
        };
        return falls * (1.0 - values.Of(effect.Shrinkage, 0.0));
    }

    /// <summary>The share of its strength that an effect still has in a step.</summary>
    public static Value Remaining(EffectPlan effect, PlanValues values)
    {
        if (effect.FadeTo is null)
        {
            return values.Set.One;
        }

        var elapsed = values.YearsSince(effect.FadesFrom);
        return 1.0 - ((1.0 - values.Of(effect.FadeTo)) * Value.Min(elapsed / values.Of(effect.FadeOver!), 1.0));
    }

    /// <summary>The multiplier of several effects on one quantity.</summary>
    /// <param name="method">How they act together.</param>
    /// <param name="effects">Coverage and strength of each, in order of declaration; strength is negative where it raises.</param>
    /// <param name="set">The equations.</param>
    public static Value Combine(CombinationRule method, IReadOnlyList<(Value Covered, Value Strength)> effects, EquationSet set)
    {
        if (effects.Count == 0)
        {
            return set.One;
        }

        if (method == CombinationRule.Stacked || effects.Count == 1)
        {
            return effects.Aggregate(set.One, (product, effect) =>
                product * Value.MultiplySubtract(effect.Covered, effect.Strength, set.One)
            );
        }

        var lowering = effects.Select(effect => (effect.Covered, Strength: Value.Max(effect.Strength, 0.0))).ToArray();
        var raising = effects.Select(effect => (effect.Covered, Strength: Value.Max(set.Zero - effect.Strength, 0.0))).ToArray();
        return Together(method, lowering, set, Value.MultiplySubtract) * Together(method, raising, set, Value.MultiplyAdd);
    }

    /// <summary>The strengths of all, each for the share of the group for which it counts, taken from 1 or added to it; one without
    /// strength changes no bit.</summary>
    private static Value Together(
        CombinationRule method,
        (Value Covered, Value Strength)[] effects,
        EquationSet set,
        Func<Value, Value, Value, Value> gather
    ) =>
        Enumerable
            .Range(0, effects.Length)
            .Aggregate(set.One, (sum, effect) => gather(Share(method, effects, effect, set), effects[effect].Strength, sum));

    /// <summary>The share of the group for whom this effect is the one that counts.</summary>
    private static Value Share(CombinationRule method, (Value Covered, Value Strength)[] effects, int effect, EquationSet set)
    {
        var covered = effects[effect].Covered;
        switch (method)
        {
            case CombinationRule.Additive:
                var filled = Stronger(effects, effect, set.Zero, (sum, other) => sum + other);
                return Value.Max(Value.Min(covered, 1.0 - filled), 0.0);
            case CombinationRule.Nested:
                var widest = Stronger(effects, effect, set.Zero, Value.Max);
                return Value.Max(covered - widest, 0.0);
            default:
                return covered * Stronger(effects, effect, set.One, (product, other) => product * (1.0 - other));
        }
    }

    /// <summary>Gathers the coverages of those effects that are stronger, or as strong and declared before.</summary>
    private static Value Stronger(
        (Value Covered, Value Strength)[] effects, int effect, Value start, Func<Value, Value, Value> gather)
    {
        var result = start;
        for (var other = 0; other < effects.Length; other++)
        {
            if (other != effect)
            {
                var with = gather(result, effects[other].Covered);
                var (mine, its) = (effects[effect].Strength, effects[other].Strength);
                result = other < effect ? Value.IfAtMost(mine, its, with, result) : Value.IfAbove(its, mine, with, result);
            }
        }

        return result;
    }
}
