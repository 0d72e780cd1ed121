using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The effects of a random scenario: of every owner and kind, often several on one target.</summary>
internal sealed class RandomScenarioEffects(
    RandomScenarioNumbers numbers, RandomScenarioPeople people, RandomScenarioServices services, RandomScenarioUnmet unmet)
{
    private readonly List<Effect> effects = [];

    /// <summary>All effects: of services, standing alone, of arrangements.</summary>
    /// <param name="arrangements">Arrangements that may bring one about.</param>
    public List<Effect> All(IReadOnlyList<GovernanceId> arrangements)
    {
        var count = numbers.Whole(0, 7);
        for (var e = 0; e < count; e++)
        {
            EffectOwner owner = numbers.Whole(0, 9) switch
            {
                < 6 => new EffectOwner.ByService(numbers.Pick(services.Services).Id),
                < 8 => new EffectOwner.Alone(),
                _ => new EffectOwner.ByGovernance(numbers.Pick(arrangements)),
            };
            effects.Add(Effect(e, owner));
        }

        return [.. effects.OrderBy(effect => effect.Owner switch { EffectOwner.ByService => 0, EffectOwner.Alone => 1, _ => 2 })];
    }

    /// <summary>Rules for some of the targets.</summary>
    public List<Combination> Combinations() => [.. effects.Select(effect => effect.On).Distinct().Where(_ => numbers.Often(0.3))
        .Select(target => new Combination(target, numbers.Pick(Enum.GetValues<CombinationRule>())))];

    private Effect Effect(int e, EffectOwner owner)
    {
        var path = $"effects.{e}";
        var again = effects.Count > 0 && numbers.Often(0.4);
        var measured = numbers.Pick(MeasuredFrom.Today, MeasuredFrom.Today, MeasuredFrom.None);
        var group = Group();
        var coverage = Coverage(path, owner, group);
        var on = again ? numbers.Pick(effects).On : unmet.AnyTarget(isHarm: false);
        var (form, strength) = again && numbers.Often(0.3) ? (effects[^1].Form, effects[^1].Strength) : Strength(path, measured);
        return new()
        {
            Owner = owner,
            On = on,
            Form = form,
            Strength = strength,
            Group = group,
            Coverage = coverage,
            Ceiling = coverage is Model.Coverage.ByReach ? numbers.Maybe(0.4, $"{path}.ceiling", 0.3, 0.9) : null,
            After = coverage is not Model.Coverage.Stated && numbers.Often(0.4) ? numbers.Pick(0.02, 1.0 / 12.0, 0.3, 0.7, 1.0) : 0.0,
            Fade = numbers.Often(0.25) ? Fade($"{path}.fade") : null,
            Evidence = numbers.Often(0.3) ? numbers.Pick(numbers.Grades).Id : null,
            Measured = measured,
        };
    }

    /// <summary>What is measured from none acts on the opening state itself, and is kept weak enough for it to settle.</summary>
    private (StrengthForm Form, Quantity Stated) Strength(string path, MeasuredFrom measured)
    {
        var falls = numbers.Often(0.25) ? numbers.Between(-0.35, -0.03) : numbers.Between(0.03, measured == MeasuredFrom.None ? 0.3 : 0.5);
        return numbers.Aside.NextDouble() < 0.3 ? (StrengthForm.RelativeRisk, numbers.Number($"{path}.relative_risk", 1.0 - falls))
            : falls < 0.0 ? (StrengthForm.More, numbers.Number($"{path}.more", -falls))
            : (StrengthForm.Less, numbers.Number($"{path}.less", falls));
    }

    private Fade Fade(string path) => new()
    {
        To = numbers.Number($"{path}.to", numbers.Between(0.0, 0.8)),
        Over = numbers.Number($"{path}.over", numbers.Between(0.5, 5.0)),
    };

    private CohortGroup Group() => new()
    {
        Areas = people.Population.Areas.Length > 1 && numbers.Often(0.2) ? [numbers.Pick(people.Population.Areas)] : [],
        Ages = numbers.Often(0.3) ? [.. numbers.Some(people.Population.Ages).Select(age => age.Id)] : [],
        Need = numbers.Often(0.6) ? [.. numbers.Some(people.Lasting)] : [],
    };

    private Coverage Coverage(string path, EffectOwner owner, CohortGroup group)
    {
        var kind = numbers.Whole(0, 9);
        return owner switch
        {
            EffectOwner.ByService by when kind < 6 => ByReach(path, by.Service, people.In(group)),
            EffectOwner.ByService when kind < 9 => BySpend(path, people.In(group)),
            EffectOwner.Alone when kind < 4 => BySpend(path, people.In(group)),
            EffectOwner.ByGovernance when kind < 2 => BySpend(path, people.In(group)),
            _ => new Coverage.Stated
            {
                Share = numbers.Path($"{path}.coverage", numbers.Between(0.1, 0.8), 0.2),
                Today = owner is EffectOwner.ByGovernance || numbers.Often(0.2)
                    ? null
                    : numbers.Number($"{path}.today", numbers.Often(0.4) ? 0.0 : numbers.Between(0.0, 0.8)),
            },
        };
    }

    private Coverage.ByReach ByReach(string path, ServiceId owner, double group)
    {
        var lasts = numbers.Between(0.2, 2.5);
        var delivered = services.Asked[Enumerable.Range(0, services.Count).First(j => services.Services[j].Id == owner)];
        return new()
        {
            PeoplePerUnit = numbers.Number($"{path}.people_per_unit", group * numbers.Between(0.1, 1.4) / (delivered * lasts)),
            Lasts = numbers.Number($"{path}.lasts", lasts),
            AtStart = numbers.Maybe(0.2, $"{path}.at_start", 0.0, group),
        };
    }

    private Coverage.BySpend BySpend(string path, double group)
    {
        var spent = numbers.Some(Enumerable.Range(0, services.Count).ToList());
        var dose = spent.Sum(j => services.Activity(j) * services.Services[j].Cost.Unit.Value) / group;
        var isFull = numbers.Often(0.5);
        return new()
        {
            Services = [.. spent.Select(j => services.Services[j].Id)],
            Full = isFull ? numbers.Number($"{path}.spend_per_head.full", Math.Max(dose, 1.0) * numbers.Between(0.7, 2.5)) : null,
            Half = isFull ? null : numbers.Number($"{path}.spend_per_head.half", Math.Max(dose, 1.0) * numbers.Between(0.3, 2.0)),
            SmoothedOver = numbers.Number($"{path}.spend_per_head.smoothed_over", numbers.Between(0.05, 2.0)),
            AtStart = numbers.Maybe(0.2, $"{path}.at_start", 0.0, 1.5 * dose),
        };
    }
}
