using SystemSim.Model;

namespace SystemSim.Tests;

/// <summary>Demand, capacity and delivery, service by service (section 6).</summary>
internal sealed class PlainServices
{
    private readonly PlainPlace place;
    private readonly PlainToday today;
    private readonly PlainPrices prices;
    private readonly PlainContracts contracts;
    private readonly PlainDemand demand;
    private readonly PlainChance? chance;
    private PlainRoutes routes;
    private readonly List<List<int>> order;
    private readonly List<PlainServiceStep> past = [];

    public PlainServices(PlainPlace place, PlainToday today, PlainContracts contracts, PlainChance? chance = null)
    {
        this.chance = chance;
        this.place = place;
        this.today = today;
        this.contracts = contracts;
        prices = new(place);
        demand = new(place);
        routes = new(place, today.Place);
        order = PlainOrder.Of(place, routes);
        Waiting = Each(today.Waiting);
        InPlaces = [.. today.Activity];
        Capacity = Each(j => double.IsFinite(today.Capacity(j)) ? today.Capacity(j) : PlainToday.CapacityOf(place, j, 0));
        Capacity = Each(j => place.Services[j].Capacity is null ? double.PositiveInfinity : Capacity[j]);
    }

    /// <summary>[service] the list at the start of the step.</summary>
    public double[] Waiting { get; private set; }

    /// <summary>[service] people in places at the start of the step; of no meaning without places.</summary>
    public double[] InPlaces { get; private set; }

    /// <summary>[service] contacts or bed-days a step, or places; infinite where nothing limits it.</summary>
    public double[] Capacity { get; private set; }

    /// <summary>Takes up the hand-overs of another arrangement.</summary>
    public void Enter() => routes = new(place, today.Place);

    /// <summary>One step of all services.</summary>
    /// <param name="year">The year so far.</param>
    /// <param name="s">Step within the year.</param>
    /// <param name="counted">[cohort] people who count.</param>
    /// <param name="movers">[cohort][need state moved to] movers of the latest move.</param>
    /// <param name="effects">Multipliers of effects.</param>
    /// <param name="budgets">[service] the step's budgets.</param>
    /// <param name="harm">Harm to a target, of a cohort where it has one, by those who went without before the step.</param>
    public PlainServiceStep Step(
        PlainYear year,
        int s,
        double[] counted,
        double[][] movers,
        PlainMultipliers effects,
        double[] budgets,
        Func<Target, int, double> harm
    )
    {
        var y = year.Y;
        var step = new PlainServiceStep(place.Services.Count);
        foreach (var together in order)
        {
            foreach (var j in together)
            {
                Ask(step, j, y, s, counted, movers, effects, harm);
                Stay(step, j, effects, harm);
                step.Delivered[j] = Math.Min(step.Asked[j], Physical(step, j));
                step.Bought[j] = contracts.Bought(j, y, budgets[j], year.Activity[j], HeldBefore(j));
            }

            Share(step, together, y, budgets);
            together.ForEach(j => Finish(step, j, effects, harm));
        }

        return step;
    }

    /// <summary>Brings lists, places, capacity and delay lines up to date.</summary>
    /// <param name="step">What was done.</param>
    /// <param name="nextYear">Row of the next step's year.</param>
    public void Update(PlainServiceStep step, int nextYear)
    {
        Capacity = Each(j => NextCapacity(step, j, nextYear));
        Waiting = step.Waiting;
        InPlaces = Each(j => step.Staying[j] + step.Delivered[j]);
        past.Add(step);
    }

    private void Ask(
        PlainServiceStep step,
        int j,
        int y,
        int s,
        double[] counted,
        double[][] movers,
        PlainMultipliers effects,
        Func<Target, int, double> harm
    )
    {
        var growth = place.At(place.Services[j].Demand.Growth, y, 1.0);
        var seasonAndGrowth = place.Season(j, s) * growth;
        var scale = today.Rescale[j];
        var target = new Target.DemandFor(place.Services[j].Id);
        step.NeedLed[j] = chance is { OfDemand: true }
            ? chance.Poisson(
                seasonAndGrowth * demand.ByRates(j, counted, effects, c => harm(target, c)) * scale,
                $"chance/demand/{place.Services[j].Id}",
                (y * place.M) + s
            ) + (demand.ByMoves(j, movers) * scale)
            : demand.OfStep(j, counted, effects, movers, seasonAndGrowth, c => harm(target, c)) * scale;
        step.Referred[j] = To(routes.Referrals, j).Sum(route => route.Share * DeliveredBefore(step, route));
        var years = y + ((double)s / place.M);
        step.Failure[j] = To(routes.Failures, j).Sum(route => route.ShareAt(years)
            * (Before(route.Lag) is { } then ? then.Returning[route.From] : today.ReturningBefore(route.From)));
        step.Diverted[j] = To(routes.Diversions, j).Sum(route => route.Share
            * (Before(1) is { } then ? then.Left[route.From] : today.LeftBefore(route.From)));
        step.Arrivals[j] = step.NeedLed[j] + step.Referred[j] + step.Failure[j] + step.Diverted[j];
        step.List[j] = Waiting[j];
        step.WaitsOn[j] = Waiting[j] * (1.0 - GivesUp(place.Services[j].Unmet));
        step.Asked[j] = step.Arrivals[j] + step.WaitsOn[j];
    }

    /// <summary>The share of a list that gives up in a step.</summary>
    private double GivesUp(Unmet? unmet) => unmet?.Reneges is { } share
        ? PlainMath.ShareLeaving(place.Value(share), 1.0 / (place.M * unmet.RenegesOver))
        : 0.0;

    private static IEnumerable<PlainRoutes.Route> To(IEnumerable<PlainRoutes.Route> routes, int j) => routes.Where(route => route.To == j);

    private double DeliveredBefore(PlainServiceStep now, PlainRoutes.Route route) => route.Lag == 0
        ? now.Delivered[route.From]
        : Before(route.Lag) is { } then ? then.Delivered[route.From] : today.DeliveredBefore(route.From);

    /// <summary>The step so many steps ago; null before the first.</summary>
    private PlainServiceStep? Before(int lag) => past.Count >= lag ? past[^lag] : null;

    private void Stay(PlainServiceStep step, int j, PlainMultipliers effects, Func<Target, int, double> harm)
    {
        var target = new Target.StayIn(place.Services[j].Id);
        var multiplier = effects.Of(target) * harm(target, -1);
        step.Units[j] = place.Services[j].ShortStayDays is { } days ? place.Value(days) * multiplier : 1.0;
        step.Ended[j] = place.Services[j].Places is { } places
            ? InPlaces[j] * Math.Min(1.0, 1.0 / (place.Value(places.Stay) * place.M * multiplier))
            : 0.0;
        step.Staying[j] = place.Services[j].Places is null ? 0.0 : InPlaces[j] - step.Ended[j];
    }

    private double Physical(PlainServiceStep step, int j) => place.Services[j].Places is null
        ? PlainContracts.BoughtAt(Capacity[j], step.Units[j])
        : Math.Max(0.0, Capacity[j] - step.Staying[j]);

    private double Afforded(PlainServiceStep step, int j, double activity) =>
        place.Services[j].Places is null ? PlainContracts.BoughtAt(activity, step.Units[j]) : Math.Max(0.0, activity - step.Staying[j]);

    /// <summary>The highest activity of the steps before in which capacity was needed that is still held.</summary>
    private double HeldBefore(int j)
    {
        var steps = contracts.Costs.Release(j) - 1;
        var latest = past.TakeLast(steps).Select(step => step.Activity[j]);
        return past.Count < steps ? latest.Append(contracts.Costs.Peak(j)).Max() : latest.DefaultIfEmpty(0.0).Max();
    }

    private double PricePerStart(PlainServiceStep step, int j, int y) => prices.Price(j, y) * step.Units[j];

    private void Share(PlainServiceStep step, List<int> together, int y, double[] budgets)
    {
        var limits = place.Place.Limits.Where(limit => together.Contains(place.ServiceRow(limit.Services[0])))
            .Select(limit => (Limit: limit, Members: limit.Services.Select(place.ServiceRow).ToList())).ToList();
        var money = limits.Where(pair => pair.Limit.Kind == LimitKind.Money).ToList();
        foreach (var j in together.Where(j => !place.IsStatutory(j)))
        {
            var alone = money.Any(pair => pair.Members.Contains(j)) ? double.PositiveInfinity : step.Bought[j];
            step.Delivered[j] = Math.Min(step.Delivered[j], Afforded(step, j, Math.Min(alone, contracts.LeftAfterCollapse(j))));
        }

        foreach (var (limit, members) in limits.Where(pair => pair.Limit.Kind == LimitKind.Capacity))
        {
            PlainSharing.Divide(place, members, place.At(limit.Amount!, y) / place.M, j => step.Units[j], step.Delivered);
        }

        foreach (var (_, members) in money)
        {
            var spent = members.Sum(j => place.IsStatutory(j) ? Payment(step, j, y) : prices.Price(j, y) * step.Staying[j]);
            PlainSharing.Divide(
                place,
                members.Where(j => !place.IsStatutory(j)),
                Math.Max(0.0, members.Sum(j => budgets[j]) - spent),
                j => PricePerStart(step, j, y),
                step.Delivered);
        }
    }

    /// <summary>What a statutory service is paid for what it delivers.</summary>
    private double Payment(PlainServiceStep step, int j, int y) => contracts.IsStatutoryBlock(j)
        ? contracts.Sum(j, y) / place.M
        : prices.Price(j, y) * ActivityOf(step, j);

    private double ActivityOf(PlainServiceStep step, int j) => place.Services[j].Places is null
        ? step.Delivered[j] * step.Units[j]
        : step.Staying[j] + step.Delivered[j];

    private void Finish(PlainServiceStep step, int j, PlainMultipliers effects, Func<Target, int, double> harm)
    {
        var failure = new Target.FailureOf(place.Services[j].Id);
        var unmet = step.Asked[j] - step.Delivered[j];
        var growth = unmet - step.WaitsOn[j];
        step.Waiting[j] = growth > 0.0 ? step.WaitsOn[j] + (growth * place.Value(place.Services[j].Unmet?.Waits, 0.0)) : unmet;
        step.Left[j] =
            step.List[j] - step.WaitsOn[j] + (growth > 0.0 ? growth * (1.0 - place.Value(place.Services[j].Unmet?.Waits, 0.0)) : 0.0);
        step.Activity[j] = ActivityOf(step, j);
        step.Held[j] = contracts.Costs.Rounded(j, Math.Max(step.Activity[j], HeldBefore(j)));
        step.CostUnits[j] = contracts.Costs.Units(j, step.Activity[j], step.Held[j]);
        step.Returning[j] = step.Delivered[j] * effects.Of(failure) * harm(failure, -1);
    }

    private double NextCapacity(PlainServiceStep step, int j, int nextYear)
    {
        if (place.Services[j].Capacity is not { } capacity)
        {
            return double.PositiveInfinity;
        }

        // Where nothing bounds what the budget buys, it buys what is asked.
        var target = capacity.Target switch
        {
            CapacityTarget.Path => PlainToday.CapacityOf(place, j, nextYear),
            CapacityTarget.Budget when double.IsFinite(step.Bought[j]) => step.Bought[j],
            _ => step.Staying[j] + (step.Asked[j] * step.Units[j]),
        };
        var most = capacity.GrowsAtMost is { } up ? Capacity[j] + (place.Value(up) * Capacity[j] / place.M) : double.PositiveInfinity;
        var least = capacity.ShrinksAtMost is { } down ? Capacity[j] - (place.Value(down) * Capacity[j] / place.M) : 0.0;
        return Math.Max(Math.Min(target, most), least);
    }

    private double[] Each(Func<int, double> value) => [.. Enumerable.Range(0, place.Services.Count).Select(value)];
}
