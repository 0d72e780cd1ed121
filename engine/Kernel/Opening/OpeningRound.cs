namespace SystemSim.Kernel;

/// <summary>One round of settling the opening state: all that follows from what services deliver, and what they deliver next.</summary>
internal sealed class OpeningRound
{
    private readonly PlanValues values;
    private readonly PeopleEquations people;
    private readonly Value[] delivered;
    private readonly Value[] left;
    private readonly Value[] observed;
    private readonly Value[] activity;
    private readonly Value[] levels;
    private readonly Value[] covered;
    private readonly Value[] strengths;
    private readonly Value[] plainNeed;
    private readonly PeopleFlows flows;
    private readonly Value[] want;
    private readonly HashSet<int> sharingMoney;

    /// <summary>Works out a round.</summary>
    /// <param name="values">The baseline's numbers.</param>
    /// <param name="people">How people change.</param>
    /// <param name="delivered">[service] contacts delivered a step.</param>
    /// <param name="left">[service] contacts left a step.</param>
    /// <param name="observed">[service] what is observed of it a step, if all are met.</param>
    /// <param name="activity">[service] activity of a step.</param>
    public OpeningRound(PlanValues values, PeopleEquations people, Value[] delivered, Value[] left, Value[] observed, Value[] activity)
    {
        (this.values, this.people) = (values, people);
        (this.delivered, this.left, this.observed, this.activity) = (delivered, left, observed, activity);
        sharingMoney = [.. Plan.Limits.Where(limit => limit.IsMoney && CountsToday(limit)).SelectMany(limit => limit.Members)];
        levels = [.. Plan.Effects.Select(LevelOf)];
        covered = [.. Plan.Effects.Select(Covered)];
        strengths = [.. Plan.Effects.Select(effect => EffectEquations.Strength(effect, values))];       // nothing has faded yet
        var plainFlows = people.Flows(people.AtStart, (_, _) => Set.One, _ => Set.One);
        flows = people.Flows(
            people.AtStart,
            (cohort, to) => FromNone(TargetKind.Move, Plan.People.Cohorts[cohort].Need, to, cohort),
            cohort => FromNone(TargetKind.Death, 0, 0, cohort));
        Asked = new Value[delivered.Length];
        NextObserved = new Value[delivered.Length];
        NextDelivered = new Value[delivered.Length];
        NextLeft = new Value[delivered.Length];
        want = new Value[delivered.Length];
        var demand = values.Demand;
        plainNeed =
        [
            .. demand.AskedInAStep(people.AtStart, (_, _) => Set.One).Select((need, service) => WithMovers(need, service, plainFlows)),
        ];
        var need = demand.AskedInAStep(people.AtStart, (service, cohort) => FromNone(TargetKind.Demand, service, 0, cohort));
        Deliver([.. need.Select((asked, service) => WithMovers(asked, service, flows))]);
        NextActivity = [.. Plan.Services.Select((_, service) => ActivityOf(service))];
        AskedUnits = [.. Asked.Select((asked, service) => asked * UnitsPerContact(service))];
    }

    /// <summary>[service] what is asked in a step.</summary>
    public Value[] Asked { get; }

    /// <summary>[service] activity that would meet what is asked.</summary>
    public Value[] AskedUnits { get; }

    /// <summary>[service] activity of a step, in the next round.</summary>
    public Value[] NextActivity { get; }

    /// <summary>[service] what is observed of it, in the next round.</summary>
    public Value[] NextObserved { get; }

    /// <summary>[service] contacts delivered, in the next round.</summary>
    public Value[] NextDelivered { get; }

    /// <summary>[service] contacts left, in the next round.</summary>
    public Value[] NextLeft { get; }

    private Plan Plan => values.Plan;

    private EquationSet Set => values.Set;

    /// <summary>An opening value.</summary>
    public Value Of(OpeningValue value) => value.Kind switch
    {
        OpeningKind.NeedScale => NeedScale(value.Row),
        OpeningKind.Delivered => delivered[value.Row],
        OpeningKind.FailureMultiplier => Multiplier(TargetKind.Failure, value.Row, 0, -1, fromToday: false),
        OpeningKind.Asked => Asked[value.Row],
        OpeningKind.Left => left[value.Row],
        OpeningKind.Activity => activity[value.Row],
        OpeningKind.Level => levels[value.Row],
        OpeningKind.Movers => MoversTo(value.Row, value.Column, flows),
        OpeningKind.Multiplier => Multiplier(value.Target, value.Row, value.To, value.Column, fromToday: true),
        OpeningKind.Opened or OpeningKind.Let => FirstBudget(value.Row),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>By how much need-led demand must be scaled so that rates, failure demand inside, give what was observed.</summary>
    public Value NeedScale(int service)
    {
        if (!Plan.RatesAreObserved)
        {
            return Set.One;
        }

        var returning = Set.Sum(Plan.Services[service].Failed.Select(arrival => Returning(arrival) * observed[arrival.From]));
        return Value.IfAtMost(returning, Set.Zero, Set.One, 1.0 - (returning / plainNeed[service]));
    }

    /// <summary>The share of the group that has an effect today.</summary>
    private Value Covered(EffectPlan effect, int row) =>
        !effect.InForce ? Set.Zero
        : effect.StatedToday is { } today ? values.Of(today)
        : effect.Stated is { } stated ? values.InYear(stated, 0)
        : EffectEquations.Covered(effect, values, () => GroupOf(effect), levels[row]);

    private Value GroupOf(EffectPlan effect) => people.Total(people.AtStart, effect.Group);

    /// <summary>The multiplier of effects measured from none.</summary>
    private Value FromNone(TargetKind kind, int row, int to = 0, int cohort = -1) => Multiplier(kind, row, to, cohort, fromToday: false);

    private Value Multiplier(TargetKind kind, int row, int to, int cohort, bool fromToday)
    {
        if (values.Effects.TargetOf(kind, row, to) is not { } target)
        {
            return Set.One;
        }

        var acting = values.Effects.ActingOn(target, cohort, fromToday);
        return EffectEquations.Combine(
            target.Combine, [.. acting.Select(effect => (covered[effect], strengths[effect]))], Set);
    }

    private Value MoversTo(int service, int move, PeopleFlows with)
    {
        var plan = Plan.Services[service];
        return people.Movers(with, plan.PerMove[move].From, plan.PerMove[move].To, area => plan.Serves[area]);
    }

    private Value WithMovers(Value askedInAStep, int service, PeopleFlows with)
    {
        var need = askedInAStep;
        var moves = Plan.Services[service].PerMove;
        for (var move = 0; move < moves.Length; move++)
        {
            need = Value.MultiplyAdd(values.Of(moves[move].Contacts), MoversTo(service, move, with), need);
        }

        return need;
    }

    private Value Returning(ReturnPlan arrival) => values.Of(arrival.Share) + values.Of(arrival.HandOff?.Share, 0.0);

    /// <summary>A stay in steps, or in days for a short stay.</summary>
    private Value StayOf(int service)
    {
        var plan = Plan.Services[service];
        var stay = values.Of(plan.Stay!) * FromNone(TargetKind.Stay, service);
        return plan.Kind == ServiceKind.Places ? Value.Max(stay * values.StepsPerYear, 1.0) : stay;
    }

    private Value UnitsPerContact(int service) => Plan.Services[service].Kind == ServiceKind.Contact ? Set.One : StayOf(service);

    private Value ActivityOf(int service) =>
        Plan.Services[service].InPlacesAtStart is { } stated ? values.Of(stated) : NextDelivered[service] * UnitsPerContact(service);

    private Value LevelOf(EffectPlan effect)
    {
        if (effect.AtStart is { } stated)
        {
            return values.Of(stated);
        }

        switch (effect.Coverage)
        {
            case CoverageKind.Stated:
                return Set.Zero;
            case CoverageKind.Reach:
                return values.Of(effect.PeoplePerUnit!) * delivered[effect.Services[0]] * (values.Of(effect.Lasts!) * values.StepsPerYear);
            default:
                var spent = Set.Sum(effect.Services.Select(service =>
                    CostsOf(service).BaseCost * CostsOf(service).Quantity(activity[service], Set.One, 1.0)));
                var group = GroupOf(effect);
                return Value.IfAtMost(group, Set.Zero, Set.Zero, values.StepsPerYear * spent / group);
        }
    }

    private void Deliver(Value[] need)
    {
        var limits = Plan.LimitsByFirst();
        foreach (var together in Plan.WorkingOrder)
        {
            foreach (var service in together)
            {
                Asked[service] = AskedOf(need[service], service);
                want[service] = Bounded(Asked[service], service);
            }

            foreach (var limit in Plan.Among(together, limits))
            {
                Share(limit);
            }

            foreach (var service in together)
            {
                NextDelivered[service] = want[service];
                NextLeft[service] = (1.0 - values.Of(Plan.Services[service].Waits)) * (Asked[service] - want[service]);
            }
        }
    }

    private Value AskedOf(Value need, int service)
    {
        var plan = Plan.Services[service];
        NextObserved[service] =
            plainNeed[service] + Set.Sum(plan.Referred.Select(arrival => values.Of(arrival.Share) * observed[arrival.From]));
        var asked = need * NeedScale(service);
        foreach (var arrival in plan.Referred)
        {
            var from = arrival.LagSteps == 0 ? NextDelivered[arrival.From] : delivered[arrival.From];
            asked = Value.MultiplyAdd(values.Of(arrival.Share), from, asked);
        }

        foreach (var arrival in plan.Failed)
        {
            asked = Value.MultiplyAdd(Returning(arrival), FromNone(TargetKind.Failure, arrival.From) * delivered[arrival.From], asked);
        }

        foreach (var (from, ratio) in plan.Diverted)
        {
            asked = Value.MultiplyAdd(values.Of(ratio), left[from], asked);
        }

        return asked;
    }

    private Value Bounded(Value asked, int service)
    {
        var plan = Plan.Services[service];
        var wanted = asked;
        if (plan.Capacity is { } capacity)
        {
            var amount = values.InYear(capacity.Amount, 0);
            wanted = Value.Min(
                wanted,
                ContractRun.Bought(plan.Kind == ServiceKind.Places ? amount : amount / values.StepsPerYear, UnitsPerContact(service))
            );
        }

        if (!plan.Statutory && plan.Budget is { } budget && !SharesMoneyToday(service))
        {
            wanted = Value.Min(
                wanted,
                ContractRun.Bought(
                    Value.Max(values.Of(budget), CostsOf(service).OwedAtStart) / values.StepsPerYear,
                    PriceOfContact(service)
                )
            );
        }

        return wanted;
    }

    private Value PriceOfContact(int service) =>
        CostsOf(service).BuyingPriceInYear(0) * UnitsPerContact(service);

    private ServiceCosts CostsOf(int service) => new(values, Plan.Services[service], activity[service]);

    private void Share(LimitPlan limit)
    {
        if (!limit.IsMoney)
        {
            LimitEquations.Share(
                Set, limit.Classes, values.InYear(limit.Amount!, 0) / values.StepsPerYear, UnitsPerContact, service => want[service], Bind);
            return;
        }

        if (CountsToday(limit))
        {
            var pot = Set.Sum(Spenders(limit).Order().Select(service => values.Of(Plan.Services[service].Budget!))) / values.StepsPerYear;
            var classes = limit.Classes.Where(members => !Plan.Services[members[0]].Statutory);
            LimitEquations.Share(Set, classes, pot, PriceOfContact, service => want[service], Bind);
        }
    }

    private bool SharesMoneyToday(int service) => sharingMoney.Contains(service);

    /// <summary>A shared limit of money counts at the start when all that it bounds have a stated budget.</summary>
    private bool CountsToday(LimitPlan limit) => Spenders(limit).All(service => Plan.Services[service].Budget is not null);

    private IEnumerable<int> Spenders(LimitPlan limit) => limit.Members.Where(service => !Plan.Services[service].Statutory);

    private void Bind(int service, Value wanted) => want[service] = wanted;

    /// <summary>What the baseline would budget for a service in the first year, before its rules divide anything.</summary>
    private Value FirstBudget(int service) =>
        Plan.Services[service].Budget is { } stated ? values.Of(stated) : CostsOf(service).PaidForOpening(activity[service]);
}
