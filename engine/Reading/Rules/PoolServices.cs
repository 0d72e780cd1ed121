using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Every service of a pool was brought in by one of the partners, and a ring-fenced one is in the pool.</summary>
internal static class PoolServices
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        var today = ArrangementBuilder.PayersToday(draft);
        foreach (var (_, arrangement) in draft.Governance)
        {
            foreach (var (name, pool) in arrangement.Pools)
            {
                var path = $"{arrangement.Path}.pools.{name}";
                var pays = arrangement.PaidBy(new FundId(name), draft.ServiceIds).ToHashSet();
                foreach (var (service, _) in pool.RingFenced.Where(fenced => !pays.Contains(fenced.Key)))
                {
                    draft.Report(
                        Codes.RingFence, $"{path}.ring_fence.{service}", $"'{service}' is ring-fenced in a pool that does not pay for it.");
                }

                if (pool.BroughtIn.IsEmpty)
                {
                    CheckToday(draft, pool, pays, today, path);
                }
                else
                {
                    CheckStated(draft, pool, pays, path);
                }
            }
        }
    }

    private static void CheckStated(Draft draft, ReadPool pool, HashSet<ServiceId> pays, string path)
    {
        var brought = new HashSet<ServiceId>();
        foreach (var (partner, services) in pool.BroughtIn)
        {
            foreach (var service in services)
            {
                if (!pays.Contains(service))
                {
                    draft.Report(
                        Codes.BroughtIn, $"{path}.brought_in.{partner}",
                        $"'{partner}' brings in '{service}', for which the pool does not pay.");
                }
                else if (!brought.Add(service))
                {
                    draft.Report(Codes.BroughtIn, $"{path}.brought_in.{partner}", $"'{service}' is brought in twice.");
                }
            }
        }

        foreach (var service in pays.Where(service => !brought.Contains(service)))
        {
            draft.Report(Codes.BroughtIn, $"{path}.brought_in", $"nobody brings in '{service}', for which the pool pays.");
        }
    }

    private static void CheckToday(
        Draft draft, ReadPool pool, HashSet<ServiceId> pays, Dictionary<ServiceId, OrganisationId> today, string path)
    {
        var isComplete = draft.BaselineArrangement is { } baseline && IsComplete(baseline, draft);
        foreach (var service in pays)
        {
            if (!today.TryGetValue(service, out var payer))
            {
                // When the baseline itself is broken, its own problems say enough.
                if (isComplete)
                {
                    draft.Report(
                        Codes.BroughtIn, path, $"nobody is known to bring in '{service}': the baseline pays for it from a pool.",
                        "state brought_in.");
                }
            }
            else if (!pool.HasPartner(payer))
            {
                draft.Report(
                    Codes.BroughtIn, path, $"'{service}' is paid for by '{payer}' today, which does not contribute to the pool.",
                    "state brought_in, or a contribution.");
            }
        }
    }

    private static bool IsComplete(ReadArrangement arrangement, Draft draft) =>
        draft.ServiceIds.All(arrangement.Payers(draft.ServiceIds).Contains);
}
