using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns services and the limits they share into rows.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="place">The place under an arrangement.</param>
/// <param name="before">The place until then.</param>
/// <param name="from">First year of the arrangement, counted from the first of the run.</param>
/// <param name="numbers">Numbers.</param>
/// <param name="people">People.</param>
internal sealed class ServicePlanner(Scenario scenario, Place place, Place before, int from, NumberPlanner numbers, PeoplePlanner people)
{
    private readonly Dictionary<ServiceId, int> rows = Enumerable
        .Range(0, place.Services.Length)
        .ToDictionary(row => place.Services[row].Id);
    private readonly Dictionary<OrganisationId, int> organisations = Enumerable
        .Range(0, place.Organisations.Length)
        .ToDictionary(row => place.Organisations[row].Id);
    private readonly Dictionary<ServiceId, int> funds = FundsOf(place.Governance);
    private readonly Dictionary<ServiceId, int> fundsToday = FundsOf(scenario.BaselineOption.Place.Governance);
    private readonly ILookup<ServiceId, (Service From, Referral Referral)> referrals =
        place.Services.SelectMany(service => service.Referrals, (from, referral) => (from, referral)).ToLookup(pair => pair.referral.To);

    private readonly ILookup<ServiceId, (Service From, Failure Failure)> failures =
        place.Services.SelectMany(service => service.Failures, (from, failure) => (from, failure)).ToLookup(pair => pair.failure.ReturnsTo);

    private readonly ILookup<ServiceId, (Service From, Diversion Diversion)> diversions = place
        .Services.SelectMany(service => service.Unmet?.Diverts ?? [], (from, diversion) => (from, diversion))
        .ToLookup(pair => pair.diversion.To);

    private readonly ContractPlanner contracts = new(scenario, place, before, from, numbers);

    /// <summary>Row of a service.</summary>
    public int Row(ServiceId service) => rows[service];

    /// <summary>The services.</summary>
    public ImmutableArray<ServicePlan> Services() => [.. place.Services.Select(Service)];

    /// <summary>The limits: those of capacity, then those of money.</summary>
    public ImmutableArray<LimitPlan> Limits() =>
        [.. place.Limits.OrderBy(limit => limit.Kind == LimitKind.Money).Select(limit => new LimitPlan
        {
            IsMoney = limit.Kind == LimitKind.Money,
            Amount = numbers.OptionalPath(limit.Amount),
            Classes = [.. limit.Services.Select(Row).Order()
                .GroupBy(row => (place.Services[row].Duty, place.Services[row].Priority))
                .OrderBy(members => members.Key.Duty).ThenBy(members => members.Key.Priority)
                .Select(members => members.ToImmutableArray())],
        })];

    /// <summary>
    /// Services in an order in which each comes after those that refer to it without lag; those that share a limit stand together. The
    /// first that is ready in order of declaration comes first.
    /// </summary>
    public ImmutableArray<ImmutableArray<int>> WorkingOrder()
    {
        var groups = Groups();
        var groupOf = new int[place.Services.Length];
        for (var group = 0; group < groups.Count; group++)
        {
            foreach (var row in groups[group])
            {
                groupOf[row] = group;
            }
        }

        // What each group refers to at once, and how many such referrals each waits for.
        var onward = referrals.SelectMany(to => to).Where(pair => pair.Referral.After == 0.0)
            .ToLookup(pair => groupOf[rows[pair.From.Id]], pair => groupOf[rows[pair.Referral.To]]);
        var waitsFor = new int[groups.Count];
        foreach (var to in onward.SelectMany(from => from))
        {
            waitsFor[to]++;
        }

        var ready = new PriorityQueue<int, int>(
            Enumerable.Range(0, groups.Count).Where(group => waitsFor[group] == 0).Select(group => (group, group))
        );
        var order = ImmutableArray.CreateBuilder<ImmutableArray<int>>(groups.Count);
        while (ready.TryDequeue(out var next, out _))
        {
            order.Add([.. groups[next]]);
            foreach (var to in onward[next].Where(to => --waitsFor[to] == 0))
            {
                ready.Enqueue(to, to);
            }
        }

        return order.Count == groups.Count
            ? order.MoveToImmutable()
            : throw new InvalidOperationException("Referrals without lag go round in a loop, which reading refuses.");
    }

    /// <summary>Services that are tied to each other by limits, in order of their first member.</summary>
    private List<int[]> Groups()
    {
        var group = Enumerable.Range(0, place.Services.Length).ToArray();
        foreach (var members in place.Limits.Select(limit => limit.Services.Select(Row).ToArray()))
        {
            var joined = members.Select(member => group[member]).ToHashSet();
            var first = joined.Min();
            for (var row = 0; row < group.Length; row++)
            {
                group[row] = joined.Contains(group[row]) ? first : group[row];
            }
        }

        return
        [
            .. Enumerable
                .Range(0, group.Length)
                .GroupBy(row => group[row])
                .OrderBy(rows => rows.Min())
                .Select(rows => rows.Order().ToArray()),
        ];
    }

    private ServicePlan Service(Service service) =>
        new()
        {
            Kind =
                service.Places is not null ? ServiceKind.Places
                : service.ShortStayDays is not null ? ServiceKind.ShortStay
                : ServiceKind.Contact,
            Provider = organisations[place.ProviderOf(service)],
            Fund = funds[service.Id],
            Statutory = service.Duty == Duty.Statutory,
            Contract = contracts.Contract(service),
            Rates = [.. Rates(service.Demand)],
            Serves = [.. place.People.Areas.Select(area => service.Areas.IsEmpty || service.Areas.Contains(area))],
            PerMove =
            [
                .. service.Demand.PerMove.Select(move => new MoveDemandPlan(
                    people.Need(move.From),
                    people.Need(move.To),
                    numbers.Of(move.Contacts)
                )),
            ],
            Season = Months.Means(service.Demand.Season, scenario.Horizon.StepsPerYear),
            Growth = numbers.OptionalPath(service.Demand.Growth),
            Referred = [.. Referrals(service.Id)],
            Failed = [.. Failures(service.Id)],
            Diverted = [.. Diversions(service.Id)],
            Waits = numbers.Of(service.Unmet?.Waits, 0.0),
            Reneges = numbers.Of(service.Unmet?.Reneges, 0.0),
            RenegesOver = service.Unmet?.RenegesOver ?? 1.0,
            Stay = numbers.OfOptional(service.Places?.Stay ?? service.ShortStayDays),
            Capacity = service.Capacity is { } capacity ? Capacity(capacity) : null,
            UnitCost = numbers.Of(service.Cost.Unit),
            PriceYear = numbers.Year(service.Cost.PriceYear),
            CostIndex = numbers.Index(service.Cost.Index),
            Charges = numbers.Of(service.Cost.Charges, 0.0),
            Use = service.Cost.Use is { } use
                ? new UsePlan(numbers.Of(use.Amount), numbers.Year(use.Year), numbers.Index(use.Index))
                : null,
            CostShape = contracts.CostShape(service.Cost),
            ReferenceVolume = numbers.OfOptional(service.Cost.Volume),
            Budget = numbers.OfOptional(service.Budget),
            Floor = numbers.OptionalPath(service.Floor),
            Ceiling = numbers.OptionalPath(service.Ceiling),
            WaitingAtStart = numbers.OfOptional(service.AtStart.Waiting),
            InPlacesAtStart = numbers.OfOptional(service.AtStart.InPlaces),
            DeliveredAtStart = numbers.OfOptional(service.AtStart.Delivered),
            LeftAtStart = numbers.OfOptional(service.AtStart.Left),
        };

    private IEnumerable<(Number Rate, Number? Multiplier)?> Rates(Demand demand)
    {
        var needs = place.People.Need.Length;
        for (var cohort = 0; cohort < place.People.Cohorts; cohort++)
        {
            var age = cohort / needs % place.People.Ages.Length;
            var rate = demand.Rates[(age * needs) + (cohort % needs)];
            yield return rate is null
                ? null
                : (numbers.Of(rate), demand.AgeMultipliers.IsEmpty ? null : numbers.Of(demand.AgeMultipliers[age]));
        }
    }

    private IEnumerable<ReturnPlan> Referrals(ServiceId to) => referrals[to].Select(pair => new ReturnPlan(
        rows[pair.From.Id],
        numbers.Of(pair.Referral.Share),
        null,
        pair.Referral.After == 0.0 ? 0 : scenario.Horizon.LagSteps(pair.Referral.After)));

    private IEnumerable<ReturnPlan> Failures(ServiceId to) => failures[to].Select(pair => new ReturnPlan(
        rows[pair.From.Id],
        numbers.Of(pair.Failure.Share),
        HandOff(pair.Failure, pair.From.Id, to),
        scenario.Horizon.LagSteps(pair.Failure.After)));

    /// <summary>
    /// What handing over between funds adds, today or under this option: what one fund pays does not by itself mend what is handed over
    /// today, unless a fade is stated.
    /// </summary>
    private HandOffPlan? HandOff(Failure failure, ServiceId at, ServiceId to)
    {
        var isApart = funds[at] != funds[to];
        return failure.HandOff is not { } share || !(isApart || fundsToday[at] != fundsToday[to])
            ? null
            : new HandOffPlan(numbers.Of(share), isApart ? null : numbers.OfOptional(failure.HandOffFadesOver), from);
    }

    private IEnumerable<(int From, Number Ratio)> Diversions(ServiceId to) =>
        diversions[to].Select(pair => (rows[pair.From.Id], numbers.Of(pair.Diversion.Ratio)));

    private CapacityPlan Capacity(Capacity capacity) => new()
    {
        Amount = numbers.Path(capacity.Amount),
        Target = capacity.Target,
        Up = numbers.OfOptional(capacity.GrowsAtMost),
        Down = numbers.OfOptional(capacity.ShrinksAtMost),
    };

    /// <summary>The row of the fund that pays for each service; reading refuses a service that none pays for.</summary>
    private static Dictionary<ServiceId, int> FundsOf(Arrangement governance)
    {
        var funds = new Dictionary<ServiceId, int>();
        for (var row = 0; row < governance.Funds.Length; row++)
        {
            foreach (var service in governance.Funds[row].Pays)
            {
                funds.TryAdd(service, row);
            }
        }

        return funds;
    }
}
