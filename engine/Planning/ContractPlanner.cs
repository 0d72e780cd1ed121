using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns contracts, and how cost follows activity, into numbers.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="place">The place under an arrangement.</param>
/// <param name="before">The place until then, whose contracts the arrangement may break.</param>
/// <param name="from">First year of the arrangement, counted from the first of the run.</param>
/// <param name="numbers">Numbers.</param>
internal sealed class ContractPlanner(Scenario scenario, Place place, Place before, int from, NumberPlanner numbers)
{
    private readonly Dictionary<ServiceId, Service> today = scenario.BaselineOption.Place.Services.ToDictionary(service => service.Id);
    private readonly Dictionary<ServiceId, Contract> stated = Stated(place);
    private readonly Dictionary<ServiceId, Contract> statedBefore = Stated(before);
    private readonly Dictionary<ServiceId, Contract> statedToday = Stated(scenario.BaselineOption.Place);
    private readonly Dictionary<OrganisationId, int> organisations = Enumerable
        .Range(0, place.Organisations.Length)
        .ToDictionary(row => place.Organisations[row].Id);

    /// <summary>The terms on which a service is paid in the option.</summary>
    public ContractPlan Contract(Service service)
    {
        var terms = stated.GetValueOrDefault(service.Id, service.Contract);
        var isNew = IsNew(service);
        return new ContractPlan
        {
            Form = terms.Form,
            Index = numbers.Index(terms.Index ?? service.Cost.Index),
            Sum = numbers.OfOptional(terms.Sum),
            Price = numbers.OfOptional(terms.Price),
            Volume = numbers.OfOptional(terms.Volume),
            Rate = numbers.Of(terms.Rate, 1.0),
            Target = numbers.OfOptional(terms.Target),
            GainShare = numbers.Of(terms.GainShare, 0.0),
            PainShare = numbers.Of(terms.PainShare, 0.0),
            StopLoss = numbers.OfOptional(terms.StopLoss),
            Term = terms.Term ?? 0,
            NoticeSteps = StepsOf(terms.Notice),
            Broken = isNew ? Broken(service) : null,
            TransactionCost = numbers.Of(terms.TransactionCost, 0.0),
            IsNew = isNew,
            Collapse = terms.Collapse is { } collapse
                ? new CollapsePlan(numbers.Of(collapse.Below), numbers.Of(collapse.To, 0.0), numbers.Of(collapse.RebuildsOver))
                : null,
        };
    }

    /// <summary>How a service's cost follows its activity; null when all of it is variable.</summary>
    public CostShapePlan? CostShape(UnitCost cost) => cost.Fixed is null && cost.SemiFixed is null
        ? null
        : new CostShapePlan
        {
            Fixed = numbers.Of(cost.Fixed, 0.0),
            SemiFixed = numbers.OfOptional(cost.SemiFixed),
            BlocksOf = numbers.OfOptional(cost.BlocksOf),
            ReleaseSteps = cost.ReleasedAfter is { } after ? scenario.Horizon.LagSteps(after) : 1,
        };

    /// <summary>What it costs to break a contract of today: on the baseline's terms, to the provider that the baseline has.</summary>
    private BrokenContractPlan? Broken(Service service)
    {
        var broken = today[service.Id];
        var terms = statedToday.GetValueOrDefault(service.Id, broken.Contract);
        var notice = NoticeLeft(terms.Notice);
        return terms.BreakCharge is null && notice == 0.0
            ? null
            : new BrokenContractPlan(
                numbers.Of(terms.BreakCharge, 0.0),
                numbers.Index(terms.Index ?? broken.Cost.Index),
                organisations.GetValueOrDefault(place.ProviderOf(broken), -1),
                notice);
    }

    /// <summary>Steps of a notice that have not run when the arrangement takes over, if it was given when the run started; it may be longer
    /// than the run.</summary>
    private double NoticeLeft(double? years) => years is { } time
        ? Math.Max(0.0, Math.Max(1.0, Math.Floor((time * scenario.Horizon.StepsPerYear) + 0.5)) - (from * scenario.Horizon.StepsPerYear))
        : 0.0;

    private int StepsOf(double? years) => years is { } time ? scenario.Horizon.LagSteps(time) : 0;

    /// <summary>A contract is let anew where the arrangement is another one than before, and either of the two states terms for the
    /// service.</summary>
    private bool IsNew(Service service)
    {
        var (now, then) = (place.Governance, before.Governance);
        return now.ContractsOf != then.ContractsOf && (stated.ContainsKey(service.Id) || statedBefore.ContainsKey(service.Id));
    }

    /// <summary>Terms that an arrangement states in place of the services' own.</summary>
    private static Dictionary<ServiceId, Contract> Stated(Place of) =>
        of.Governance.Contracts.ToDictionary(terms => terms.Service, terms => terms.Contract);
}
