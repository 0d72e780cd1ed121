namespace SystemSim.Kernel;

/// <summary>The end of a pool's year: ring-fences, what partners bear and receive, and its risk reserve.</summary>
internal static class PoolSettlement
{
    /// <summary>Settles a pool with its partners.</summary>
    /// <param name="run">The run.</param>
    /// <param name="fund">The pool.</param>
    /// <param name="pool">Its terms.</param>
    /// <param name="settled">[organisation] takes what pools settle with it.</param>
    public static void Settle(RunScope run, FundRun fund, PoolPlan pool, Settlements[] settled)
    {
        var (set, values, reserve) = (run.Set, run.Values, fund.RiskReserve!);
        var ringFences = pool.Partners.Select(partner => set.Sum(partner.RingFenced.Select(row => EndOfYear.Variance(run, row)))).ToArray();
        var result = fund.Money - EndOfYear.Paid(run, fund.Plan.Services) - set.Sum(ringFences);
        var outcome = RiskEquations.Outcome(run, fund, pool, result, Value.Max(reserve.Now, 0.0));
        var under = set.Sum(outcome.Underspends);
        var kept = under * values.Of(pool.Kept);
        var returned = under * values.Of(pool.Returned);
        var shared = outcome.Underspends.Select(own => own * (1.0 - values.Of(pool.Kept) - values.Of(pool.Returned))).ToArray();
        shared[pool.Host] += outcome.ToHost;
        reserve.Add(kept - outcome.Drawn);
        for (var row = 0; row < fund.PaidIn.Length; row++)
        {
            fund.PaidIn[row].Add(fund.IntoReserve[row] + (outcome.Underspends[row] * values.Of(pool.Kept)));
        }

        GiveBack(run, fund, pool);
        GiveToLeavers(run, fund, pool);
        for (var row = 0; row < pool.Partners.Length; row++)
        {
            var organisation = pool.Partners[row].Organisation;
            settled[organisation].Add(ringFences[row], outcome.Borne[row], shared[row], fund.IntoReserve[row]);
            run.Ledger.Yearly(Measure.RingFence, organisation, ringFences[row], fund.Row);
            run.Ledger.Yearly(Measure.RiskShare, organisation, outcome.Borne[row], fund.Row);
            run.Ledger.Yearly(Measure.SharedUnderspend, organisation, shared[row], fund.Row);
            run.Ledger.Yearly(Measure.IntoRiskReserve, organisation, fund.IntoReserve[row], fund.Row);
        }

        var postings =
            set.Sum(fund.Contributions)
            + set.Sum(fund.IntoReserve)
            - fund.Overheads
            - EndOfYear.Paid(run, fund.Plan.Services)
            - set.Sum(ringFences)
            + set.Sum(outcome.Borne)
            - set.Sum(shared)
            - returned;
        run.Invariants.Zero(
            Invariant.PoolBalances,
            fund.Row,
            fund.OpeningReserve + postings - reserve.Now,
            EndOfYear.Tolerance(run, fund.OpeningReserve)
        );
        run.Ledger.Yearly(Measure.ReturnedByPool, fund.Row, returned);
        run.Ledger.Yearly(Measure.RiskReserve, fund.Row, reserve.Now);
    }

    /// <summary>Who leaves is given its part of what the pool holds, by what each has paid in, when its last year ends.</summary>
    private static void GiveToLeavers(RunScope run, FundRun fund, PoolPlan pool)
    {
        if (fund.PaidIn.Length == 0)
        {
            return;
        }

        var holds = fund.RiskReserve!.Now;
        var all = run.Set.Sum(fund.PaidIn.Select(paid => paid.Now));
        for (var row = 0; row < pool.Partners.Length; row++)
        {
            if (pool.Partners[row].LastYear is { } last)
            {
                var part = holds * Value.ShareOf(fund.PaidIn[row].Now, all) * run.Values.In(year => year == last);
                run.Organisations[pool.Partners[row].Organisation].Reserves.Add(part);
                fund.IntoReserve[row] -= part;
                fund.RiskReserve.Add(run.Set.Zero - part);
            }
        }
    }

    /// <summary>What a pool holds when its last year ends goes to its partners' general reserves.</summary>
    private static void GiveBack(RunScope run, FundRun fund, PoolPlan pool)
    {
        if (pool.LastYear is not { } last)
        {
            return;
        }

        var given = fund.RiskReserve!.Now * run.Values.In(year => year == last);
        for (var row = 0; row < pool.Partners.Length; row++)
        {
            var part = given * fund.ReserveShares[row].Now;
            run.Organisations[pool.Partners[row].Organisation].Reserves.Add(part);
            fund.IntoReserve[row] -= part;
        }

        fund.RiskReserve.Add(run.Set.Zero - given);
    }
}
