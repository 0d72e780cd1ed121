using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>In every arrangement each service is paid for by exactly one fund, and the funds are those of its kind.</summary>
internal static class Payers
{
    /// <summary>Applies the rule.</summary>
    public static void Check(Draft draft)
    {
        foreach (var (_, arrangement) in draft.Governance)
        {
            CheckOnce(draft, arrangement);
            CheckFunds(draft, arrangement);
            CheckPools(draft, arrangement);
        }
    }

    private static void CheckOnce(Draft draft, ReadArrangement arrangement)
    {
        var payersOf = arrangement.Payers(draft.ServiceIds);
        // What has no name that can be written is refused where it stands, and nobody can pay for it.
        foreach (var service in draft.ServiceIds.Where(service => Words.Name.Fits(service.Name)))
        {
            FundId[] payers = [.. payersOf[service]];
            if (payers.Length == 0)
            {
                draft.Report(Codes.PaidNever, $"{arrangement.Path}.pays", $"under '{arrangement.Id}' nobody pays for '{service}'.");
            }
            else if (payers.Length > 1)
            {
                draft.Report(
                    Codes.PaidTwice, $"{arrangement.Path}.pays.{payers[1]}",
                    $"under '{arrangement.Id}' both '{payers[0]}' and '{payers[1]}' pay for '{service}'.");
            }
        }
    }

    private static void CheckFunds(Draft draft, ReadArrangement arrangement)
    {
        var organisations = draft.Context.Names.Known(NameKind.Organisation);
        var named = arrangement.Pays.Select(fund => (Fund: fund.Key, Key: "pays")).Concat(
            arrangement.Funds.Select(fund => (Fund: fund.Key, Key: "funds")));
        foreach (var (fund, key) in named)
        {
            if (organisations.Contains(fund.Name) || IsPoolHere(draft, arrangement, fund))
            {
                continue;
            }

            draft.Report(
                Codes.FundNotHere, $"{arrangement.Path}.{key}.{fund}", $"'{fund}' is a pool of another arrangement.",
                $"declare it under {arrangement.Path}.pools, or name a fund of this one.");
        }
    }

    // A pool of this arrangement that could not be read is no pool of another.
    private static bool IsPoolHere(Draft draft, ReadArrangement arrangement, FundId fund) =>
        PathFinder.Find(draft.Context.Root, $"{arrangement.Path}.pools.{fund}") is { IsWhole: true };

    private static void CheckPools(Draft draft, ReadArrangement arrangement)
    {
        if (arrangement.Kind == GovernanceKind.Pooled && arrangement.Pools.IsEmpty)
        {
            draft.Report(
                Codes.PoolsOfKind, $"{arrangement.Path}.kind", $"'{arrangement.Id}' is pooled, and has no pool.",
                "declare one under 'pools'.");
        }

        foreach (var (name, pool) in arrangement.Pools)
        {
            if (arrangement.Kind != GovernanceKind.Pooled && pool.Contributions.Length > 1)
            {
                draft.Report(
                    Codes.PoolsOfKind, $"{arrangement.Path}.pools.{name}",
                    $"'{arrangement.Id}' is {Snake.Of(arrangement.Kind.ToString())}, and '{name}' has several partners.",
                    "write kind: pooled; one partner alone sets money apart, as a ring-fenced grant does.");
            }

            if (draft.Context.Names.Known(NameKind.Organisation).Contains(name))
            {
                draft.Report(
                    Codes.NameTaken, $"{arrangement.Path}.pools.{name}", $"'{name}' is the name of an organisation, and of its own fund.",
                    "give the pool another name.");
            }
            else if (arrangement.PaidBy(new FundId(name), draft.ServiceIds).IsEmpty)
            {
                draft.Report(
                    Codes.PoolUnused, $"{arrangement.Path}.pools.{name}", $"the pool '{name}' pays for nothing.",
                    $"name its services under {arrangement.Path}.pays.{name}.");
            }
        }
    }
}
