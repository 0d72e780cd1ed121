using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>The opening state, worked out from the baseline option and shared by all options (section 4).</summary>
internal sealed class PlainToday
{
    private const int MostSweeps = 20_000;

    // What has not settled by then may swing to and fro: from then on it is averaged.
    private const int PlainSweeps = 200;
    private readonly PlainPlace place;
    private readonly PlainPrices prices;
    private readonly PlainCosts costs;
    private readonly PlainDemand demand;
    private readonly PlainEffects effects;
    private readonly PlainRoutes routes;

    public PlainToday(Scenario scenario)
    {
        place = new(scenario, scenario.BaselineOption.Place);
        prices = new(place);
        demand = new(place);
        effects = new(place);
        routes = new(place, place);
        People = new(place);
        Movers = MoversUnder(PlainMultipliers.None);
        Rescale = PlainRescale.Factors(scenario.Rates, routes,
            Each(j => demand.OfStep(j, People.Opening, PlainMultipliers.None, Movers, 1.0)));
        Delivered = Each(_ => 0.0);
        Left = Each(_ => 0.0);
        Asked = Each(_ => 0.0);
        Activity = Each(_ => 0.0);
        costs = new(place, j => Activity[j]);
        Levels = [];
        FromNone = PlainMultipliers.None;
        Settle();
        FromToday = effects.Multipliers(effects.CoverageToday(Levels, People.Opening), effects.Strength(0), MeasuredFrom.Today);
    }

    /// <summary>The place under the baseline option.</summary>
    public PlainPlace Place => place;

    public PlainPeople People { get; }

    /// <summary>[cohort][need state moved to] who would have moved in the step before the first.</summary>
    public double[][] Movers { get; private set; }

    /// <summary>[service] what need-led demand is multiplied by.</summary>
    public double[] Rescale { get; }

    /// <summary>[service] contacts or starts delivered in a step.</summary>
    public double[] Delivered { get; private set; }

    /// <summary>[service] contacts asked in a step.</summary>
    public double[] Asked { get; private set; }

    /// <summary>[service] contacts that leave in a step.</summary>
    public double[] Left { get; private set; }

    /// <summary>[service] activity of a step.</summary>
    public double[] Activity { get; private set; }

    /// <summary>[effect] reach or dose.</summary>
    public double[] Levels { get; private set; }

    /// <summary>Multipliers of the effects measured from none.</summary>
    public PlainMultipliers FromNone { get; private set; }

    /// <summary>Multipliers of the effects measured from today, which today's rates have inside.</summary>
    public PlainMultipliers FromToday { get; }

    /// <summary>Contacts a step delivered before the start.</summary>
    public double DeliveredBefore(int j) => PerStep(place.Services[j].AtStart.Delivered, Delivered[j]);

    /// <summary>Contacts a step delivered before the start, times the multiplier of the failure share.</summary>
    public double ReturningBefore(int j) => DeliveredBefore(j) * FromNone.Of(new Target.FailureOf(place.Services[j].Id));

    public double LeftBefore(int j) => PerStep(place.Services[j].AtStart.Left, Left[j]);

    public double Waiting(int j) => place.Value(place.Services[j].AtStart.Waiting, 0.0);

    /// <summary>Physical capacity of a step, or places; infinite when nothing limits it.</summary>
    public double Capacity(int j) => CapacityOf(place, j, 0);

    /// <summary>What a stated capacity is in a step of a year, or places; infinite when none is stated.</summary>
    public static double CapacityOf(PlainPlace place, int j, int y) => place.Services[j].Capacity is not { } capacity
        ? double.PositiveInfinity
        : place.At(capacity.Amount, y) / (place.Services[j].Places is null ? place.M : 1.0);

    private double PerStep(Quantity? aYear, double otherwise) => aYear is null ? otherwise : place.Value(aYear) / place.M;

    private void Settle()
    {
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var (delivered, left, activity) = (Delivered, Left, Activity);
            var scale = Sweep();
            if (sweep >= PlainSweeps)
            {
                Delivered = Each(j => (Delivered[j] + delivered[j]) / 2.0);
                Left = Each(j => (Left[j] + left[j]) / 2.0);
                Activity = Each(ActivityOf);
            }

            if (Enumerable.Range(0, scale.Length).All(j => IsSame(Delivered[j], delivered[j], scale[j])
                && IsSame(Left[j], left[j], scale[j]) && IsSame(Activity[j], activity[j], scale[j] * CapacityPerStart(j))))
            {
                return;
            }
        }

        throw new PlainEngineException("the opening state never settles: what returns feeds on itself.");
    }

    private static bool IsSame(double now, double before, double scale) => Math.Abs(now - before) <= 1e-13 * scale;

    /// <summary>Works out everything once from what was delivered, left and done; returns what was asked.</summary>
    private double[] Sweep()
    {
        Levels = [.. Enumerable.Range(0, effects.Count).Select(Level)];
        FromNone = effects.Multipliers(effects.CoverageToday(Levels, People.Opening), effects.Strength(0), MeasuredFrom.None);
        Movers = MoversUnder(FromNone);
        var asked = AskedNow();
        Asked = asked;
        var delivered = Limited(asked);
        Left = Each(j => (1.0 - place.Value(place.Services[j].Unmet?.Waits, 0.0)) * (asked[j] - delivered[j]));
        Delivered = delivered;
        Activity = Each(ActivityOf);
        return asked;
    }

    private double[] AskedNow()
    {
        var referred = PlainRescale.Arriving(routes.Referrals, Delivered);
        var returning = PlainRescale.Arriving(routes.Failures,
            Each(i => Delivered[i] * FromNone.Of(new Target.FailureOf(place.Services[i].Id))));
        var diverted = PlainRescale.Arriving(routes.Diversions, Left);
        return Each(j => (Rescale[j] * demand.OfStep(j, People.Opening, FromNone, Movers, 1.0)) + referred[j] + returning[j] + diverted[j]);
    }

    private double[] Limited(double[] asked)
    {
        var together = place.Place.Limits.Where(IsMoneySharedToday).ToList();
        var wanted = Each(j => Math.Min(asked[j], Math.Min(
            PlainContracts.BoughtAt(Capacity(j), CapacityPerStart(j)),
            together.Any(limit => limit.Services.Contains(place.Services[j].Id)) ? double.PositiveInfinity : AffordedAlone(j))));
        foreach (var limit in place.Place.Limits.Where(limit => limit.Kind == LimitKind.Capacity))
        {
            var there = place.At(limit.Amount!, 0) / place.M;
            PlainSharing.Divide(place, limit.Services.Select(place.ServiceRow), there, CapacityPerStart, wanted);
        }

        foreach (var members in together.Select(Spenders))
        {
            PlainSharing.Divide(place, members, members.Sum(j => place.Value(place.Services[j].Budget!)) / place.M, PricePerStart, wanted);
        }

        return wanted;
    }

    private double AffordedAlone(int j) => place.IsStatutory(j) || place.Services[j].Budget is not { } budget
        ? double.PositiveInfinity
        : PlainContracts.BoughtAt(Math.Max(place.Value(budget), Owed(j)) / place.M, PricePerStart(j));

    /// <summary>The sum that a contract owes in the first year beside a price, where it does not hang on today's activity.</summary>
    private double Owed(int j)
    {
        var contract = place.Contract(j);
        var isStated = (contract.Sum ?? contract.Volume ?? place.Services[j].Cost.Volume) is not null;
        if (!isStated || contract.Form is not (ContractForm.CostAndVolume or ContractForm.AlignedIncentive))
        {
            return 0.0;
        }

        var volume = contract.Volume is { } stated
            ? place.Value(stated) * (place.Services[j].Places is null ? 1.0 : place.M)
            : costs.Reference(j) * place.M;
        var part = contract.Form == ContractForm.AlignedIncentive ? 1.0 - place.Value(contract.Rate, 0.0) : 1.0;
        return place.Value(contract.Sum, part * prices.Agreed(j, 0) * volume);
    }

    /// <summary>Whether a limit of money counts at the start: all that it bounds have a stated budget.</summary>
    private bool IsMoneySharedToday(SharedLimit limit) =>
        limit.Kind == LimitKind.Money && Spenders(limit).All(j => place.Services[j].Budget is not null);

    private List<int> Spenders(SharedLimit limit) => [.. limit.Services.Select(place.ServiceRow).Where(j => !place.IsStatutory(j))];

    /// <summary>Capacity that a contact takes; places that a start takes while the person stays.</summary>
    private double CapacityPerStart(int j) => place.Services[j] switch
    {
        { Places: { } places } => Math.Max(1.0, place.Value(places.Stay) * place.M * StayMultiplier(j)),
        { ShortStayDays: { } days } => place.Value(days) * StayMultiplier(j),
        _ => 1.0,
    };

    private double PricePerStart(int j) => prices.Price(j, 0) * CapacityPerStart(j);

    private double StayMultiplier(int j) => FromNone.Of(new Target.StayIn(place.Services[j].Id));

    private double ActivityOf(int j) => place.Services[j] is { Places: not null, AtStart.InPlaces: { } stated }
        ? place.Value(stated)
        : Delivered[j] * CapacityPerStart(j);

    private double Level(int e) => effects[e].Coverage switch
    {
        Coverage.ByReach { AtStart: { } stated } => place.Value(stated),
        Coverage.ByReach reach => place.Value(reach.PeoplePerUnit) * Delivered[Owner(e)] * place.Value(reach.Lasts) * place.M,
        Coverage.BySpend { AtStart: { } stated } => place.Value(stated),
        Coverage.BySpend spend => AHead(spend.Services.Select(place.ServiceRow).Sum(j => prices.BaseCost(j) * UnitsToday(j)) * place.M, e),
        _ => 0.0,
    };

    private double UnitsToday(int j) => costs.Units(j, Activity[j], costs.HeldToday(j));

    private double AHead(double spending, int e)
    {
        var group = effects.Group(e, People.Opening);
        return group == 0.0 ? 0.0 : spending / group;
    }

    private int Owner(int e) => effects[e].Owner is EffectOwner.ByService owner
        ? place.ServiceRow(owner.Service)
        : throw new PlainEngineException("an effect by reach belongs to no service.");

    private double[][] MoversUnder(PlainMultipliers fromNone) => People.Step(
        People.Opening,
        0,
        (c, to) => fromNone.Of(new Target.Move(NeedOf(c), place.People.Need[to].Id), c),
        c => fromNone.Of(new Target.Death(), c)).Moves;

    private NeedStateId NeedOf(int c) => place.People.Need[c % place.People.Need.Length].Id;

    private double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, place.Services.Count).Select(value)];
}
