using System.Collections.Immutable;
using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Values that nothing reads under any option, given what else the scenario says.</summary>
internal static class UnreadValues
{
    /// <summary>Looks for them.</summary>
    public static void Look(Draft draft, ImmutableArray<Side> sides)
    {
        // What is idle in the scenario itself may be read under an option that sets something else.
        var unread = sides.Select(side => In(side.Draft)).Aggregate((all, other) => all.Intersect(other));
        foreach (var (path, problem) in unread)
        {
            draft.ReportIdle(Codes.NothingReads, path, problem);
        }
    }

    private static IEnumerable<(string Path, string Problem)> In(Draft draft) =>
        draft.Services.SelectMany(service => In(service.Value.Service, draft)).Concat(InRest(draft));

    private static IEnumerable<(string Path, string Problem)> In(Service service, Draft draft)
    {
        var isLimited = draft.Limits.Any(limit => limit.Value.Services.Contains(service.Id));
        var isCase = draft.Governance.Any(arrangement => Rules(arrangement.Value).Any(start => start.Rule is BudgetRule.BusinessCase));
        var path = $"services.{service.Id}";
        if (service.Priority != 0 && !isLimited)
        {
            yield return ($"{path}.priority", $"'{service.Id}' has a priority, and shares no limit.");
        }

        if (service.Ceiling is not null && !isCase && !IsProtected(service, draft))
        {
            yield return (
                $"{path}.ceiling", $"'{service.Id}' has a ceiling, and no fund decides by business case or protects a share for it.");
        }

        if (service.ExpectedSaving is not null && !isCase)
        {
            yield return ($"{path}.expected_saving", $"'{service.Id}' states a saving, and no fund decides by business case.");
        }

        // Who waits or has left before the start reneges or is diverted even where nothing limits the service.
        var isFree = service is { Duty: Duty.Statutory, Capacity: null, AtStart: { Waiting: null, Left: null } } && !isLimited;
        if (service.Unmet is not null && isFree)
        {
            yield return ($"{path}.unmet", $"'{service.Id}' is statutory and nothing limits it: no demand for it goes unmet.");
        }
    }

    private static IEnumerable<(string Path, string Problem)> InRest(Draft draft)
    {
        if (draft.Rates is not null && draft.Services.All(service => service.Value.Service.Failures.IsEmpty))
        {
            yield return ("rates", "'rates' is stated, and there is no failure demand.");
        }

        foreach (var (name, organisation) in draft.Organisations)
        {
            if (organisation.Local is not null && draft.Services.All(service => service.Value.Service.Provider != organisation.Id))
            {
                yield return ($"organisations.{name}.local", $"'{name}' says what becomes of what it is paid, and it provides nothing.");
            }
        }

        foreach (var settlement in draft.Governance.SelectMany(arrangement => Settlements(arrangement.Value)))
        {
            var (path, years) = settlement;
            if (draft.Horizon is { } run && (years.From > run.YearAt(run.Years - 1) || years.From + years.Years <= run.Start))
            {
                yield return (path, $"the settlement of {years.Years} years from {years.From} has no year that is run.");
            }
        }

        foreach (
            var (arrangement, name, pool) in from arrangement in draft.Governance
                                             from pool in arrangement.Value.Pools
                                             select (arrangement.Value, pool.Key, pool.Value)
        )
        {
            if (pool.Overspend is { Share: RiskShare.EachItsOwn, Excluded.IsEmpty: false })
            {
                yield return (
                    $"{arrangement.Path}.pools.{name}.overspend.excludes",
                    $"'{name}' excludes services from being shared, and nothing of its overspend is: each bears its own."
                );
            }

            if (pool.RiskReserve is not null && GoesOn(draft, arrangement, name))
            {
                yield return (
                    $"{arrangement.Path}.pools.{name}.risk_reserve",
                    $"'{name}' goes on from the baseline and keeps what it holds: nothing is paid in."
                );
            }
        }

        foreach (var own in draft.Combine!.Own.Where(own => draft.AllEffects.All(effect => effect.Effect.On != own.On)))
        {
            yield return ($"combine.{own.On}", $"effects on '{own.On}' are combined, and there are none.");
        }
    }

    private static IEnumerable<(string Path, BalancedYears Years)> Settlements(ReadArrangement arrangement)
    {
        if (arrangement.StartOfYear?.BalancesOver is { } years)
        {
            yield return ($"{arrangement.Path}.start_of_year.balances_over", years);
        }

        foreach (var (fund, terms) in arrangement.Funds)
        {
            if (terms.StartOfYear?.BalancesOver is { } own)
            {
                yield return ($"{arrangement.Path}.funds.{fund}.start_of_year.balances_over", own);
            }
        }
    }

    /// <summary>Whether a pool is the baseline's wherever its arrangement takes over.</summary>
    private static bool GoesOn(Draft draft, ReadArrangement arrangement, string pool)
    {
        var uses = draft.Options.Select(option => option.Value).Where(option => option.Governance == arrangement.Id).ToArray();
        return draft.BaselineArrangement is { } today && today.Id != arrangement.Id && today.Pools.Any(known => known.Key == pool)
            && uses.Length > 0 && uses.All(option => option.From is { } from && from > draft.Horizon!.Start);
    }

    private static bool IsProtected(Service service, Draft draft) =>
        draft.Governance.Any(arrangement => Rules(arrangement.Value)
            .Any(start => start.Protect is { } protect
                && (protect.Tier is { } tier ? tier == service.Tier : protect.Services.Contains(service.Id))));

    private static IEnumerable<StartOfYear> Rules(ReadArrangement arrangement) =>
        arrangement.Funds.Select(fund => fund.Value.StartOfYear).Append(arrangement.StartOfYear).OfType<StartOfYear>();
}
