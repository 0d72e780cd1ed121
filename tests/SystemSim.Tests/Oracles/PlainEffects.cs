using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Coverage, strength and multipliers (section 5).</summary>
/// <remarks>The <i>level</i> of an effect is its reach or its dose, as its coverage says; 0 where coverage is stated.</remarks>
internal sealed class PlainEffects
{
    private readonly PlainPlace place;
    private readonly (int Area, int Age, int Need)[] cohorts;
    private readonly IReadOnlyList<Effect> effects;
    private readonly IReadOnlyList<Target> targets;

    public PlainEffects(PlainPlace place)
    {
        this.place = place;
        cohorts = [.. place.Cohorts];
        effects = place.Place.Effects;
        targets = [.. effects.Select(effect => effect.On).Distinct()];
    }

    public int Count => effects.Count;

    public Effect this[int e] => effects[e];

    /// <summary>People in an effect's group.</summary>
    public double Group(int e, double[] people) => people.Where((_, c) => place.Includes(effects[e].Group, cohorts[c])).Sum();

    /// <summary>Coverage of every effect in a year, from levels and from people at the start of the step.</summary>
    public double[] CoverageNow(double[] levels, double[] people, int y) =>
        Each(e => IsInForce(e) ? CoverageOf(e, levels[e], people, at => place.At(at.Share, y)) : 0.0);

    /// <summary>Coverage that today's rates have inside: what is stated for today, else the first year's.</summary>
    public double[] CoverageToday(double[] levels, double[] people) =>
        Each(e => IsInForce(e) ? CoverageOf(e, levels[e], people, StatedToday) : 0.0);

    /// <summary>Strength of every effect at a step.</summary>
    public double[] Strength(int t) => Each(e => Strength(effects[e], t));

    /// <summary>Multipliers of the effects measured from today, or of those from none.</summary>
    public PlainMultipliers Multipliers(double[] coverage, double[] strength, MeasuredFrom measured)
    {
        var multipliers = new PlainMultipliers();
        foreach (var target in targets)
        {
            var isWhole = target is Target.FailureOf or Target.StayIn;
            var acting = Enumerable.Range(0, Count).Where(e => effects[e].On == target && effects[e].Measured == measured).ToList();
            multipliers[target] = [.. cohorts.Select(cohort => PlainCombination.Multiplier(
                [.. acting.Where(e => isWhole || place.Includes(effects[e].Group, cohort)).Select(e => (coverage[e], strength[e]))],
                Rule(target)))];
        }

        return multipliers;
    }

    /// <summary>Multipliers of all effects now: those from today over what they were then, times those from none.</summary>
    public PlainMultipliers Multipliers(double[] coverage, int t, PlainMultipliers fromTodayAtOpening)
    {
        var strength = Strength(t);
        var fromToday = Multipliers(coverage, strength, MeasuredFrom.Today);
        var fromNone = Multipliers(coverage, strength, MeasuredFrom.None);
        var all = new PlainMultipliers();
        foreach (var target in targets)
        {
            all[target] = [.. cohorts
                .Select((_, c) => fromToday.Of(target, c) / fromTodayAtOpening.Of(target, c) * fromNone.Of(target, c))];
        }

        return all;
    }

    private double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, Count).Select(value)];

    private bool IsInForce(int e) =>
        effects[e].Owner is not EffectOwner.ByGovernance joint || joint.Governance == place.Place.Governance.Id;

    private double StatedToday(Coverage.Stated stated) => stated.Today is { } today ? place.Value(today) : place.At(stated.Share, 0);

    private double CoverageOf(int e, double level, double[] people, Func<Coverage.Stated, double> share) => effects[e].Coverage switch
    {
        Coverage.ByReach => Reached(e, level, Group(e, people)),
        Coverage.BySpend { Full: { } full } => Math.Min(1.0, level / place.Value(full)),
        Coverage.BySpend { Half: { } half } => level / (level + place.Value(half)),
        Coverage.Stated stated => share(stated),
        _ => throw new PlainEngineException("an effect by spend states neither full nor half."),
    };

    private double Reached(int e, double reach, double group)
    {
        var x = group == 0.0 ? 1.0 : reach / group;

        // 2s/(1 + exp(-2x/s)) - s is the same as s tanh(x/s), which keeps its digits where x is small.
        if (effects[e].Ceiling is not { } stated)
        {
            return Math.Min(1.0, x);
        }

        var ceiling = place.Value(stated);
        return ceiling == 0.0 ? 0.0 : ceiling * Math.Tanh(x / ceiling);
    }

    private double Strength(Effect effect, int t) =>
        Lowered(effect.Form, place.Value(effect.Strength))
        * (1.0 - place.Shrinkage(effect.Evidence))
        * Fade(effect.Fade, Math.Max(0.0, ((double)t / place.M) - Start(effect)));

    private static double Lowered(StrengthForm form, double x) => form switch
    {
        StrengthForm.More => -x,
        StrengthForm.RelativeRisk => 1.0 - x,
        _ => x,
    };

    private int Start(Effect effect) => effect.Owner is EffectOwner.ByGovernance ? place.From : 0;

    private double Fade(Fade? fade, double years) =>
        fade is null ? 1.0 : 1.0 - ((1.0 - place.Value(fade.To)) * Math.Min(1.0, years / place.Value(fade.Over)));

    private CombinationRule Rule(Target target) =>
        place.Place.Combinations.FirstOrDefault(combination => combination.On == target)?.Rule ?? place.Place.Combine;
}
