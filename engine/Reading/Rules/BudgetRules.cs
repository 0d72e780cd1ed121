using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Budget rules name discretionary services of their fund, and those that must name all of them do.</summary>
internal static class BudgetRules
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        if (draft.Services.Length < draft.ServiceIds.Length)
        {
            // The duty of a service that could not be read is not known.
            return;
        }

        foreach (var (_, arrangement) in draft.Governance)
        {
            if (arrangement.StartOfYear is { } shared)
            {
                CheckNamed(draft, shared, draft.ServiceIds, $"{arrangement.Path}.start_of_year");
            }

            var after = Leaving.YearOf(arrangement) is null ? null : Leaving.After(arrangement, draft);
            foreach (var fund in (after ?? arrangement).Pays.Select(fund => fund.Key))
            {
                var pays = arrangement.PaidBy(fund, draft.ServiceIds);
                var own = arrangement.Funds.FirstOrDefault(terms => terms.Key == fund).Value?.StartOfYear;
                var path = own is null ? $"{arrangement.Path}.start_of_year" : $"{arrangement.Path}.funds.{fund}.start_of_year";
                if (own is not null)
                {
                    CheckNamed(draft, own, pays, path);
                }

                CheckComplete(
                    draft, ArrangementBuilder.StartOfYear(arrangement, fund, pays, draft),
                    [.. pays.Where(service => IsDiscretionary(draft, service))], fund, path);
                if (after?.PaidBy(fund, draft.ServiceIds) is { } later && !later.SequenceEqual(pays))
                {
                    CheckComplete(
                        draft, ArrangementBuilder.StartOfYear(after, fund, later, draft),
                        [.. later.Where(service => IsDiscretionary(draft, service))], fund, path);
                }
            }
        }
    }

    private static bool IsDiscretionary(Draft draft, ServiceId service) => draft.Service(service)?.Duty == Duty.Discretionary;

    private static void CheckNamed(Draft draft, StartOfYear start, ImmutableArray<ServiceId> pays, string path)
    {
        var paid = pays.ToHashSet();
        foreach (var service in start.Protect?.Services.Where(service => !paid.Contains(service)) ?? [])
        {
            draft.Report(Codes.RuleServices, $"{path}.protect.services", $"'{service}' is not paid for by this fund.");
        }

        if (start.Protect?.Tier is { } tier && !pays.Any(service => draft.Service(service)?.Tier == tier))
        {
            draft.Report(
                Codes.RuleServices, $"{path}.protect.tier", $"no service of the tier '{tier}' is paid for here.", "name the services, with services:.");
        }

        foreach (var (service, key) in Named(start))
        {
            if (!paid.Contains(service))
            {
                draft.Report(Codes.RuleServices, $"{path}.{key}", $"'{service}' is not paid for by this fund.");
            }
            else if (!IsDiscretionary(draft, service))
            {
                draft.Report(Codes.RuleServices, $"{path}.{key}", $"'{service}' is statutory: no rule sets its budget.");
            }
        }
    }

    private static IEnumerable<(ServiceId Service, string Key)> Named(StartOfYear start)
    {
        var reinvested = start.Reinvest?.Services.Select(service => (service, "reinvest.in")) ?? [];
        return reinvested.Concat(start.Rule switch
        {
            BudgetRule.FixedShares shares => shares.Shares.Select(share => (share.Service, $"shares.{share.Service}")),
            BudgetRule.Pressure pressure => pressure.Values.Select(value => (value.Service, $"values.{value.Service}")),
            BudgetRule.Plan plan => plan.Amounts.Select(amount => (amount.Service, $"amounts.{amount.Service}")),
            _ => [],
        });
    }

    private static void CheckComplete(Draft draft, StartOfYear start, ImmutableArray<ServiceId> discretionary, FundId fund, string path)
    {
        if (start.Rule is BudgetRule.Plan plan)
        {
            foreach (var service in discretionary.Except(plan.Amounts.Select(amount => amount.Service)))
            {
                draft.Report(Codes.RuleServices, $"{path}.amounts", $"the plan of '{fund}' has no amounts for '{service}'.");
            }
        }

        if (start.Rule is BudgetRule.FixedShares { Shares.IsEmpty: false } fixedShares)
        {
            foreach (var service in discretionary.Except(fixedShares.Shares.Select(share => share.Service)))
            {
                draft.Report(
                    Codes.RuleServices, $"{path}.shares", $"the shares of '{fund}' have none for '{service}'.",
                    "state one for every discretionary service, if only 0%.");
            }

            var sum = fixedShares.Shares.Sum(share => share.Value.Value);
            if (Math.Abs(sum - 1.0) > Sums.Rounding)
            {
                draft.Report(
                    Codes.SharesSum, $"{path}.shares", $"the shares of '{fund}' add up to {Sums.Percent(sum)}, and must add up to 100%.");
            }
        }
    }
}
