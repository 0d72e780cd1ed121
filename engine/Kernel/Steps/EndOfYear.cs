namespace SystemSim.Kernel;

/// <summary>Outturn, overspends and underspends, reserves and deficits, when a year has ended.</summary>
internal static class EndOfYear
{
    private const double Rounding = 1e-9;

    /// <summary>Writes the equations.</summary>
    public static void Write(RunScope run)
    {
        foreach (var service in run.Services)
        {
            AddUp(run, service);
        }

        for (var row = 0; row < run.Dead.Length; row++)
        {
            run.Ledger.FlowOfYear(run.DeathFlows[row], run.Dead[row].Now - run.DeadBefore[row]);
        }

        var settled = run.Organisations.Select(_ => new Settlements(run.Set.Zero)).ToArray();
        foreach (var fund in run.Funds.Where(fund => fund.Plan.Pool is not null))
        {
            SettlePool(run, fund, fund.Plan.Pool!, settled);
        }

        foreach (var organisation in run.Organisations)
        {
            SettleOrganisation(run, organisation, settled[organisation.Row]);
        }
    }

    /// <summary>Cost, charges and payment of the year: prices stand for the whole of it, so activity says it all.</summary>
    private static void AddUp(RunScope run, ServiceRun service)
    {
        var plan = service.Plan;
        var cost = service.UnitCost * service.ActivityThisYear.Now;
        var charges = run.Values.Of(plan.Charges) * cost;
        service.PaidInYear = !plan.IsBlock ? cost - charges
            : plan.Statutory ? service.BlockSum
            : service.BudgetsThisYear.Now;
        service.SurplusInYear = plan.IsBlock ? service.PaidInYear + charges - cost : run.Set.Zero;
        run.Ledger.FlowOfYear(service.UnmetFlow, service.AskedThisYear.Now - service.DeliveredThisYear.Now);
        run.Ledger.FlowOfYear(service.Flows.Cost, cost);
        run.Ledger.FlowOfYear(service.Flows.Charges, charges);
        run.Ledger.FlowOfYear(service.Flows.Payment, service.PaidInYear);
    }

    private static Value Paid(RunScope run, IEnumerable<int> services) =>
        run.Set.Sum(services.Select(row => run.Services[row].PaidInYear));

    private static void SettlePool(RunScope run, FundRun fund, PoolPlan pool, Settlements[] settled)
    {
        var (set, values) = (run.Set, run.Values);
        var ringFences = pool.Partners.Select(partner => set.Sum(partner.RingFenced.Select(row => Variance(run, row)))).ToArray();
        var result = fund.Money - Paid(run, fund.Plan.Services) - set.Sum(ringFences);
        var under = Value.Max(result, 0.0);
        var over = Value.Max(set.Zero - result, 0.0);
        var reserve = fund.RiskReserve!;
        var drawn = Value.Min(over, Value.Max(reserve.Now, 0.0));
        var kept = under * values.Of(pool.Kept);
        var returned = under * values.Of(pool.Returned);
        var toShare = under - kept - returned;
        var toMeet = over - drawn;
        var weights = Weights(run, fund, pool);
        var burdens = pool.EachItsOwn ? OwnOverspends(run, pool, weights) : weights;
        for (var row = 0; row < pool.Partners.Length; row++)
        {
            var partner = settled[pool.Partners[row].Organisation];
            var (risk, share) = (toMeet * burdens[row], toShare * weights[row]);
            partner.RingFence += ringFences[row];
            partner.RiskShare += risk;
            partner.SharedUnderspend += share;
            run.Ledger.Yearly(Measure.RingFence, pool.Partners[row].Organisation, ringFences[row], fund.Row);
            run.Ledger.Yearly(Measure.RiskShare, pool.Partners[row].Organisation, risk, fund.Row);
            run.Ledger.Yearly(Measure.SharedUnderspend, pool.Partners[row].Organisation, share, fund.Row);
        }

        var opening = reserve.Now;
        reserve.Grow(kept - drawn);
        var postings = set.Sum(fund.Contributions) - fund.Overheads - Paid(run, fund.Plan.Services) - set.Sum(ringFences)
            + set.Sum(burdens.Select(burden => toMeet * burden)) - set.Sum(weights.Select(weight => toShare * weight)) - returned;
        run.Invariants.Zero(Invariant.PoolBalances, fund.Row, opening + postings - reserve.Now, Tolerance(run, opening));
        run.Ledger.Yearly(Measure.ReturnedByPool, fund.Row, returned);
        run.Ledger.Yearly(Measure.RiskReserve, fund.Row, reserve.Now);
    }

    private static Value Variance(RunScope run, int service) => run.Services[service].Budget - run.Services[service].PaidInYear;

    /// <summary>What each partner bears and receives: stated, or in proportion to contributions.</summary>
    private static Value[] Weights(RunScope run, FundRun fund, PoolPlan pool)
    {
        if (pool.Partners[0].RiskShare is not null)
        {
            return [.. pool.Partners.Select(partner => run.Values.Of(partner.RiskShare!))];
        }

        var paid = fund.Contributions.Select(contribution => Value.Max(contribution, 0.0)).ToArray();
        var total = run.Set.Sum(paid);
        return [.. paid.Select((amount, row) =>
            Value.IfAtMost(total, run.Set.Zero, run.Set.Constant(row == pool.Host ? 1.0 : 0.0), Value.ShareOf(amount, total)))];
    }

    private static Value[] OwnOverspends(RunScope run, PoolPlan pool, Value[] otherwise)
    {
        var over = pool.Partners.Select(partner => Value.Max(
            run.Set.Zero - run.Set.Sum(partner.BroughtIn.Except(partner.RingFenced).Select(row => Variance(run, row))), 0.0)).ToArray();
        var total = run.Set.Sum(over);
        var halfAPenny = run.Set.Constant(0.005);
        return [.. over.Select((amount, row) => Value.IfAtMost(total, halfAPenny, otherwise[row], Value.ShareOf(amount, total)))];
    }

    private static void SettleOrganisation(RunScope run, OrganisationRun organisation, Settlements settled)
    {
        var (set, values, plan, fund) = (run.Set, run.Values, organisation.Plan, run.Funds[organisation.Row]);
        var paid = Paid(run, fund.Plan.Services);
        var surplus = set.Sum(run.Services.Where(service => service.Plan.Provider == organisation.Row).Select(service => service.SurplusInYear));
        var net = fund.Money - paid + settled.RingFence + surplus - settled.RiskShare + settled.SharedUnderspend;
        var under = Value.Max(net, 0.0);
        var over = Value.Max(set.Zero - net, 0.0);
        var kept = under * values.Of(plan.Keeps);
        var returned = under - kept;
        var reserves = organisation.Reserves;
        var drawn = Value.Min(over, Value.Max(reserves.Now - values.Of(plan.Floor), 0.0));
        reserves.Grow(kept - drawn);
        organisation.Deficit.Become(over - drawn);
        run.Ledger.Yearly(Measure.ProviderSurplus, organisation.Row, surplus);
        run.Ledger.Yearly(Measure.ReturnedByOrganisation, organisation.Row, returned);
        run.Ledger.Yearly(Measure.Reserves, organisation.Row, reserves.Now);
        run.Ledger.Yearly(Measure.Deficit, organisation.Row, organisation.Deficit.Now);
        var postings = organisation.Income - organisation.OtherSpending - StartOfYear.Contributed(run, organisation.Row) - paid
            + surplus + settled.RingFence - settled.RiskShare + settled.SharedUnderspend - returned;
        var closing = reserves.Now - organisation.Deficit.Now;
        run.Invariants.Zero(
            Invariant.OrganisationBalances,
            organisation.Row,
            organisation.OpeningPosition + postings - closing,
            Tolerance(run, organisation.OpeningPosition));
    }

    /// <summary>Rounding of a year's money: of all income, all payments and what an account held.</summary>
    private static Value Tolerance(RunScope run, Value opening) => Rounding
        * (run.Set.Sum(run.Organisations.Select(organisation => organisation.Income)) + Paid(run, Enumerable.Range(0, run.Services.Length))
            + Value.Max(opening, run.Set.Zero - opening) + 1.0);

    private sealed class Settlements(Value zero)
    {
        public Value RingFence { get; set; } = zero;

        public Value RiskShare { get; set; } = zero;

        public Value SharedUnderspend { get; set; } = zero;
    }
}
