using SystemSim.Kernel;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>Turns contracts, and how cost follows activity, into numbers.</summary>
/// <param name="scenario">The scenario.</param>
/// <param name="place">The place under an arrangement.</param>
/// <param name="before">The place until then, whose contracts the arrangement may break.</param>
/// <param name="numbers">Numbers.</param>
internal sealed class ContractPlanner(Scenario scenario, Place place, Place before, NumberPlanner numbers)
{
    private readonly Dictionary<ServiceId, Service> earlier = before.Services.ToDictionary(service => service.Id);
    private readonly Dictionary<ServiceId, Contract> stated = Stated(place);
    private readonly Dictionary<ServiceId, Contract> statedBefore = Stated(before);
    private readonly Dictionary<OrganisationId, int> organisations = Enumerable.Range(0, place.Organisations.Length).ToDictionary(row => place.Organisations[row].Id);

    /// <summary>The terms on which a service is paid in the option.</summary>
    public ContractPlan Contract(Service service)
    {
        var terms = stated.GetValueOrDefault(service.Id, service.Contract);
        var isNew = IsNew(service);
        return new ContractPlan
        {
            Kind = Kind(terms.Form),
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
            ProviderBefore = organisations.GetValueOrDefault(earlier[service.Id].Provider, -1),
            BreakCharge = isNew ? numbers.OfOptional(statedBefore.GetValueOrDefault(service.Id, earlier[service.Id].Contract).BreakCharge) : null,
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

    /// <summary>A contract is let anew where the arrangement is another one than before, and either of the two states terms for the service.</summary>
    private bool IsNew(Service service)
    {
        var (now, then) = (place.Governance, before.Governance);
        return now.ContractsOf != then.ContractsOf && (stated.ContainsKey(service.Id) || statedBefore.ContainsKey(service.Id));
    }

    /// <summary>Terms that an arrangement states in place of the services' own.</summary>
    private static Dictionary<ServiceId, Contract> Stated(Place of) => of.Governance.Contracts.ToDictionary(terms => terms.Service, terms => terms.Contract);

    private static ContractKind Kind(ContractForm form) => form switch
    {
        ContractForm.Block => ContractKind.Block,
        ContractForm.Tariff => ContractKind.Tariff,
        ContractForm.CostAndVolume => ContractKind.CostAndVolume,
        ContractForm.Marginal => ContractKind.Marginal,
        ContractForm.AlignedIncentive => ContractKind.AlignedIncentive,
        ContractForm.Alliance => ContractKind.Alliance,
        ContractForm.Grant => ContractKind.Grant,
        _ => ContractKind.Cost,
    };
}
