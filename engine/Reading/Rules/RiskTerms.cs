using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>How a pool's overspend is shared: what is stated goes with the rule, and with the pool.</summary>
internal static class RiskTerms
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (_, arrangement) in draft.Governance)
        {
            foreach (var (name, pool) in arrangement.Pools)
            {
                if (pool.Overspend is { } overspend)
                {
                    Check(
                        draft,
                        arrangement.PaidBy(new FundId(name), draft.ServiceIds),
                        pool,
                        overspend,
                        $"{arrangement.Path}.pools.{name}.overspend"
                    );
                }
            }
        }
    }

    private static void Check(
        Draft draft, System.Collections.Immutable.ImmutableArray<ServiceId> pays, ReadPool pool, ReadOverspend overspend, string path)
    {
        if (overspend.Share == RiskShare.LeadFirst && overspend.Slice is null)
        {
            draft.Report(Codes.RiskKeys, path, "the host leads, and what it bears first is not stated.", "add slice: £2m a year.");
        }
        else if (overspend.Share != RiskShare.LeadFirst && overspend.Slice is not null)
        {
            draft.Report(Codes.RiskKeys, $"{path}.slice", "a slice is for share: lead_first.", "write share: lead_first, or leave it out.");
        }

        if (overspend.Share == RiskShare.EachItsOwn && pool.Corridor is not null)
        {
            draft.Report(
                Codes.RiskKeys, $"{path}.share", "each bears its own, and a corridor is what the host bears of what is shared.",
                "leave out one of them.");
        }

        foreach (var cap in overspend.Caps.Where(cap => !pool.HasPartner(cap.Partner)))
        {
            draft.Report(Codes.RiskKeys, $"{path}.caps.{cap.Partner}", $"'{cap.Partner}' has a cap, and does not contribute.");
        }

        foreach (var service in overspend.Excluded.Except(pays))
        {
            draft.Report(Codes.RiskKeys, $"{path}.excludes", $"'{service}' is excluded, and the pool does not pay for it.");
        }
    }
}
