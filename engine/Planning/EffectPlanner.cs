using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns effects, and the targets on which effects and harm act, into rows.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="place">The place under an arrangement.</param>
/// <param name="from">First year of the arrangement, counted from the first of the run.</param>
/// <param name="numbers">Numbers.</param>
/// <param name="people">People.</param>
/// <param name="services">Services.</param>
internal sealed class EffectPlanner(
    Scenario scenario,
    Place place,
    int from,
    NumberPlanner numbers,
    PeoplePlanner people,
    ServicePlanner services
)
{
    private readonly ImmutableArray<(int Service, Harm Harm)> harms =
        [.. place.Services.SelectMany(service => (service.Unmet?.Harms ?? []).Select(harm => (services.Row(service.Id), harm)))];

    /// <summary>The effects.</summary>
    public ImmutableArray<EffectPlan> Effects() => [.. place.Effects.Select(Effect)];

    /// <summary>The harms of going without.</summary>
    public ImmutableArray<HarmPlan> Harms() => [.. harms.Select(pair => Harm(pair.Service, pair.Harm))];

    /// <summary>Everything that an effect or harm acts on, each once, in order of declaration: effects first.</summary>
    public ImmutableArray<TargetPlan> Targets()
    {
        var effects = place.Effects.Index().ToLookup(effect => effect.Item.On, effect => effect.Index);
        var harmed = harms.Index().ToLookup(pair => pair.Item.Harm.On, pair => pair.Index);
        var rules = place.Combinations.ToLookup(combination => combination.On, combination => combination.Rule);
        return [.. effects.Select(of => of.Key).Concat(harmed.Select(of => of.Key)).Distinct().Select(on => PlanOf(
            on, rules.Contains(on) ? rules[on].First() : place.Combine, [.. effects[on]], [.. harmed[on]]))];
    }

    private HarmPlan Harm(int service, Harm harm)
    {
        var comesTo = harm.On switch
        {
            Target.FailureOf failure => services.Row(failure.Service),
            Target.StayIn stay => services.Row(stay.Service),
            _ => -1,
        };
        return new HarmPlan
        {
            Service = service,
            Sensitivity = numbers.Of(harm.Sensitivity),
            Group = comesTo < 0 ? people.Group(harm.Group) : [],
            ComesTo = comesTo,
            Lasts = numbers.Of(harm.Lasts),
            PeoplePerUnit = numbers.Of(harm.PeoplePerUnit),
        };
    }

    private TargetPlan PlanOf(Target on, CombinationRule method, ImmutableArray<int> effects, ImmutableArray<int> harmed)
    {
        var (kind, row, to) = on switch
        {
            Target.Move move => (TargetKind.Move, people.Need(move.From), people.Need(move.To)),
            Target.Death => (TargetKind.Death, 0, 0),
            Target.DemandFor demand => (TargetKind.Demand, services.Row(demand.Service), 0),
            Target.FailureOf failure => (TargetKind.Failure, services.Row(failure.Service), 0),
            Target.StayIn stay => (TargetKind.Stay, services.Row(stay.Service), 0),
            _ => (TargetKind.Quality, 0, 0),
        };
        return new TargetPlan
        {
            Kind = kind,
            Row = row,
            To = to,
            Combine = method,
            Effects = effects,
            Harms = harmed,
        };
    }

    private EffectPlan Effect(Effect effect)
    {
        var plan = new EffectPlan
        {
            Group = people.Group(effect.Group),
            Strength = numbers.Of(effect.Strength),
            Form = effect.Form,
            Shrinkage = numbers.OfOptional(scenario.Grades.FirstOrDefault(grade => grade.Id == effect.Evidence)?.Shrinks),
            FadeTo = numbers.OfOptional(effect.Fade?.To),
            FadeOver = numbers.OfOptional(effect.Fade?.Over),
            FadesFrom = effect.Owner is EffectOwner.ByGovernance ? from : 0,
            FromToday = effect.Measured == MeasuredFrom.Today,
            Coverage = CoverageKind.Stated,
            Ceiling = numbers.OfOptional(effect.Ceiling),
            LagSteps = effect.After == 0.0 ? 0 : scenario.Horizon.LagSteps(effect.After),
            InForce = IsInForce(effect.Owner, place),
        };
        return effect.Coverage switch
        {
            Coverage.ByReach reach => plan with
            {
                Coverage = CoverageKind.Reach,
                Services = [services.Row(((EffectOwner.ByService)effect.Owner).Service)],
                PeoplePerUnit = numbers.Of(reach.PeoplePerUnit),
                Lasts = numbers.Of(reach.Lasts),
                AtStart = numbers.OfOptional(reach.AtStart),
            },
            Coverage.BySpend spend => plan with
            {
                Coverage = spend.Full is null ? CoverageKind.SpendAroundHalf : CoverageKind.SpendUpToFull,
                Services = [.. spend.Services.Select(services.Row)],
                Dose = numbers.OfOptional(spend.Full ?? spend.Half),
                Lasts = numbers.Of(spend.SmoothedOver),
                AtStart = numbers.OfOptional(spend.AtStart),
            },
            Coverage.Stated stated => plan with
            {
                Stated = numbers.Path(stated.Share),
                StatedToday = numbers.OfOptional(stated.Today),
            },
            _ => plan,
        };
    }

    private static bool IsInForce(EffectOwner owner, Place place) =>
        owner is not EffectOwner.ByGovernance governed || governed.Governance == place.Governance.Id;
}
