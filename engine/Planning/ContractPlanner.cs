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

    /// <summary>The terms on which a service is paid in the option.</summary>
    public ContractPlan Contract(Service service)
    {
        var terms = place.Governance.ContractOf(service);
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
            ProviderBefore = place.Organisations.Select(organisation => organisation.Id).ToList().IndexOf(Earlier(service).Provider),
            BreakCharge = isNew ? numbers.OfOptional(before.Governance.ContractOf(Earlier(service)).BreakCharge) : null,
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

    private Service Earlier(Service service) => before.Services.First(known => known.Id == service.Id);

    /// <summary>A contract is let anew where the arrangement is another one than before, and either of the two states terms for the service.</summary>
    private bool IsNew(Service service)
    {
        var (now, then) = (place.Governance, before.Governance);
        return now.ContractsOf != then.ContractsOf && (now.StatedFor(service.Id) is not null || then.StatedFor(service.Id) is not null);
    }

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
