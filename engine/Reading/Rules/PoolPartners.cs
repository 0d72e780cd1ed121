using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The partners of a pool: the host is one, shares are theirs, and what they pay adds up.</summary>
internal static class PoolPartners
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (_, arrangement) in draft.Governance)
        {
            foreach (var (name, pool) in arrangement.Pools)
            {
                var path = $"{arrangement.Path}.pools.{name}";
                CheckHost(draft, pool, path);
                CheckTotal(draft, pool, path);
                CheckShares(draft, pool, path);
            }

            CheckWholeFunds(draft, arrangement);
        }
    }

    private static void CheckHost(Draft draft, ReadPool pool, string path)
    {
        if (!pool.HasPartner(pool.Host))
        {
            draft.Report(
                Codes.HostNotPartner, $"{path}.host", $"the host '{pool.Host}' does not contribute.",
                "a host is one of the partners; a contribution may be £0.");
        }

        foreach (var (service, owner) in pool.RingFenced.Where(fenced => !pool.HasPartner(fenced.Value)))
        {
            draft.Report(
                Codes.HostNotPartner, $"{path}.ring_fence.{service}", $"'{owner}' owns '{service}' in the pool, and does not contribute.");
        }

        foreach (var (partner, _) in pool.BroughtIn.Where(brought => !pool.HasPartner(brought.Key)))
        {
            draft.Report(
                Codes.HostNotPartner, $"{path}.brought_in.{partner}",
                $"'{partner}' brings services into the pool, and does not contribute.");
        }
    }

    private static void CheckTotal(Draft draft, ReadPool pool, string path)
    {
        var shares = pool.Contributions.Where(contribution => contribution.Value.Terms.Follow == Follow.Share).ToList();
        if (shares.Count > 0 && pool.Total is null)
        {
            draft.Report(
                Codes.TotalOfShares, $"{path}.contributions.{shares[0].Key}.follow",
                $"'{shares[0].Key}' pays a share, and the pool does not say of what total.", "add total: to the pool.");
        }
        else if (shares.Count == 0 && pool.Total is not null)
        {
            draft.Report(
                Codes.TotalOfShares, $"{path}.total", "the pool has a total, and no partner pays a share of it.",
                "write follow: share, or take the total away.");
        }

        var sum = shares.Sum(share => share.Value.Terms.Share?.Value ?? 0.0);
        if (sum > 1.0 + Sums.Rounding || (shares.Count > 0 && shares.Count == pool.Contributions.Length && sum < 1.0 - Sums.Rounding))
        {
            draft.Report(
                Codes.SharesSum, $"{path}.contributions",
                $"the shares of the total add up to {Sums.Percent(sum)}, and must add up to 100%.");
        }
    }

    private static void CheckShares(Draft draft, ReadPool pool, string path)
    {
        var by = pool.Overspend?.By ?? [];
        if (by.IsEmpty)
        {
            return;
        }

        foreach (var share in by.Where(share => !pool.HasPartner(share.Partner)))
        {
            draft.Report(
                Codes.PartnersOfShares, $"{path}.overspend.by.{share.Partner}",
                $"'{share.Partner}' has a share of the overspend, and does not contribute.");
        }

        foreach (var (partner, _) in pool.Contributions.Where(contribution => by.All(share => share.Partner != contribution.Key)))
        {
            draft.Report(
                Codes.PartnersOfShares, $"{path}.overspend.by", $"no share of the overspend is stated for '{partner}'.",
                "state one for every partner, if only 0%.");
        }
    }

    private static void CheckWholeFunds(Draft draft, ReadArrangement arrangement)
    {
        var given = new HashSet<OrganisationId>();
        foreach (var (name, pool) in arrangement.Pools)
        {
            foreach (var (partner, _) in pool.Contributions.Where(contribution => contribution.Value.Terms.Follow == Follow.WholeFund))
            {
                if (!given.Add(partner))
                {
                    draft.Report(
                        Codes.WholeFundTwice, $"{arrangement.Path}.pools.{name}.contributions.{partner}",
                        $"'{partner}' gives its whole fund to another pool already.");
                }
            }
        }
    }
}
