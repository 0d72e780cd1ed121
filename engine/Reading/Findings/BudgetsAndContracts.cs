using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Budgets that say nothing beside a contract: below the sum that it owes, or for what costs the fund nothing.</summary>
internal static class BudgetsAndContracts
{
    /// <summary>Looks for them, in the scenario and in what options set.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        var told = new HashSet<(Code, ServiceId)>();
        foreach (var side in sides)
        {
            var arrangement = side.Draft.Governance.First(known => known.Key == side.Option.Governance.Name).Value;
            foreach (
                var service in side
                    .Draft.Services.Select(known => known.Value.Service)
                    .Where(service => service is { Duty: Duty.Discretionary, Budget: not null })
            )
            {
                var contract = arrangement.Contracts.FirstOrDefault(stated => stated.Key == service.Id).Value?.Contract ?? service.Contract;
                var isSet = draft.Service(service.Id)?.Budget?.Value != service.Budget!.Value;
                var path = isSet ? $"options.{side.Option.Id}.set" : $"services.{service.Id}.budget";
                if (service.Budget.Value < Owed(contract) && told.Add((Codes.BudgetBelowSum, service.Id)))
                {
                    draft.Report(
                        Codes.BudgetBelowSum,
                        path,
                        $"the budget of '{service.Id}' is below the sum that its contract owes: while it runs, that sum is the budget.",
                        "state another sum, or a contract that can be cut."
                    );
                }

                if (service.Budget.Value > 0.0 && CostsNothing(service, contract) && told.Add((Codes.BudgetForNothing, service.Id)))
                {
                    draft.Report(
                        Codes.BudgetForNothing, path, $"'{service.Id}' costs its fund nothing, and so its budget bounds nothing.",
                        "leave the budget out; a capacity bounds what can be done.");
                }
            }
        }
    }

    /// <summary>The sum that is paid beside a price, as far as it is stated; 0 where there is none.</summary>
    private static double Owed(Contract contract)
    {
        if (contract.Form is not (ContractForm.CostAndVolume or ContractForm.AlignedIncentive))
        {
            return 0.0;
        }

        var part = contract.Form == ContractForm.AlignedIncentive ? 1.0 - (contract.Rate?.Value ?? 0.0) : 1.0;
        return contract.Sum?.Value ?? (part * (contract.Price?.Value ?? 0.0) * (contract.Volume?.Value ?? 0.0));
    }

    private static bool CostsNothing(Service service, Contract contract) =>
        contract.Form switch
        {
            ContractForm.Tariff or ContractForm.Marginal when contract.Price is { } price => price.Value == 0.0,
            ContractForm.CostAndVolume or ContractForm.AlignedIncentive => false,
            ContractForm.Cost
            or ContractForm.Block
            or ContractForm.Tariff
            or ContractForm.Marginal
            or ContractForm.Alliance
            or ContractForm.Grant => service.Cost is { } cost && cost.Unit.Value * (1.0 - (cost.Charges?.Value ?? 0.0)) == 0.0,
        };
}
