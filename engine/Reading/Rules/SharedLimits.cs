using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Services that share a limit can share it: one of a kind each, one unit, one fund.</summary>
internal static class SharedLimits
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        var payers = draft
            .Governance.SelectMany(arrangement => Leaving.Forms(arrangement.Value, draft))
            .Select(arrangement => (arrangement.Id, Of: arrangement.Payers(draft.ServiceIds)))
            .ToArray();
        var taken = new Dictionary<(LimitKind Kind, ServiceId Service), string>();
        foreach (var (name, limit) in draft.Limits)
        {
            var path = $"limits.{name}.services";
            foreach (var service in limit.Services)
            {
                if (!taken.TryAdd((limit.Kind, service), name))
                {
                    draft.Report(
                        Codes.TwoLimits, path, $"'{service}' shares '{taken[(limit.Kind, service)]}' already.",
                        "a service is in one limit of capacity and in one of money.");
                }
            }

            if (limit.Kind == LimitKind.Capacity)
            {
                CheckUnits(draft, limit, path);
            }
            else
            {
                CheckFunds(draft, payers, limit, path);
                CheckPayments(draft, limit, path);
            }
        }
    }

    private static void CheckUnits(Draft draft, SharedLimit limit, string path)
    {
        var members = limit.Services.Select(draft.Service).OfType<Service>().ToList();
        if (members.Find(member => member.Places is not null) is { } places)
        {
            draft.Report(
                Codes.LimitUnits, path, $"'{places.Id}' has places, which cannot be shared.", "state its capacity with the service.");
        }
        else if (members.Select(ActivityUnits.Of).Distinct().Count() > 1)
        {
            draft.Report(Codes.LimitUnits, path, $"'{limit.Id}' is shared by services that are counted in contacts and in bed-days.");
        }
    }

    /// <summary>What shares money must be paid in proportion to its activity, or by a sum that no budget decides.</summary>
    private static void CheckPayments(Draft draft, SharedLimit limit, string path)
    {
        foreach (var service in limit.Services.Select(draft.Service).OfType<Service>())
        {
            var terms = draft
                .Governance.SelectMany(arrangement =>
                    arrangement.Value.Contracts.Where(contract => contract.Key == service.Id).Select(contract => contract.Value.Contract)
                )
                .Append(service.Contract);
            if (terms.Any(contract => !IsInProportion(service, contract)))
            {
                draft.Report(
                    Codes.LimitPayments,
                    path,
                    $"what is paid for '{service.Id}' is not in proportion to its activity.",
                    "in a limit of money all cost is variable, and contracts are cost, block, grant or tariff; those of statutory services may be any block."
                );
            }
        }
    }

    private static bool IsInProportion(Service service, Contract contract) => contract.Form switch
    {
        ContractForm.Tariff => true,
        ContractForm.Block when service.Duty == Duty.Statutory => true,
        ContractForm.Cost or ContractForm.Block or ContractForm.Grant => service.Cost is null or { Fixed: null, SemiFixed: null },
        ContractForm.CostAndVolume or ContractForm.Marginal or ContractForm.AlignedIncentive or ContractForm.Alliance => false,
    };

    private static void CheckFunds(Draft draft, (GovernanceId Id, ILookup<ServiceId, FundId> Of)[] payers, SharedLimit limit, string path)
    {
        foreach (var (arrangement, of) in payers)
        {
            var paying = limit.Services.SelectMany(service => of[service]).ToHashSet();
            if (paying.Count > 1)
            {
                var funds = draft
                    .Governance.First(known => known.Value.Id == arrangement)
                    .Value.Pays.Select(fund => fund.Key)
                    .Where(paying.Contains);
                draft.Report(
                    Codes.LimitFunds, path,
                    $"under '{arrangement}' the services of '{limit.Id}' are paid from {string.Join(" and ", funds)}.");
            }
        }
    }
}
