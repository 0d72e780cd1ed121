using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Reach and dose, step by step (section 5).</summary>
internal sealed class PlainLevels(PlainPlace place, PlainEffects effects, PlainToday today)
{
    private readonly PlainPrices prices = new(place);
    private readonly List<double[]> history = [today.Levels];

    /// <summary>[effect] reach or dose as it acts in a step, lags seen to.</summary>
    public double[] At(int t) =>
        [.. Enumerable.Range(0, effects.Count).Select(e => history[Math.Max(0, t - place.Lag(effects[e].After))][e])];

    /// <summary>Brings reach and dose up to date with what a step did.</summary>
    /// <param name="step">What was done.</param>
    /// <param name="people">[cohort] people at the start of the step.</param>
    public void Update(PlainServiceStep step, double[] people) =>
        history.Add([.. history[^1].Select((level, e) => Next(e, level, step, people))]);

    private double Next(int e, double level, PlainServiceStep step, double[] people)
    {
        switch (effects[e].Coverage)
        {
            case Coverage.ByReach reach:
                var owner = place.ServiceRow(((EffectOwner.ByService)effects[e].Owner).Service);
                return (level * (1.0 - Math.Min(1.0, 1.0 / (place.Value(reach.Lasts) * place.M))))
                    + (place.Value(reach.PeoplePerUnit) * step.Delivered[owner] * Math.Min(1.0, place.Value(reach.Lasts) * place.M));
            case Coverage.BySpend spend:
                var group = effects.Group(e, people);
                var spent = spend.Services.Select(place.ServiceRow).Sum(j => prices.BaseCost(j) * step.CostUnits[j]) * place.M;
                var pull = Math.Min(1.0, 1.0 / (place.Value(spend.SmoothedOver) * place.M));
                return group == 0.0 ? level : level + (((spent / group) - level) * pull);
            default:
                return level;
        }
    }
}
