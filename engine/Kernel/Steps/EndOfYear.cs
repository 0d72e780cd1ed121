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
        var (plan, costs, terms) = (service.Plan, service.Costs, service.Contract.Terms);
        var activity = service.ActivityThisYear.Now;
        var quantity = costs.Quantity(activity, service.HeldThisYear.Now, run.Values.StepsPerYear);
        var cost = service.UnitCost * quantity;
        var charges = run.Values.Of(plan.Charges) * cost;
        service.PaidInYear = plan.Contract.Kind switch
        {
            ContractKind.Cost => cost - charges,
            ContractKind.Alliance => cost - charges + costs.Settlement(terms, cost - charges),
            ContractKind.Block or ContractKind.Grant when !plan.Statutory => service.BudgetsThisYear.Now,
            _ => costs.PaidFor(terms, activity, quantity),
        };
        service.SurplusInYear = plan.Contract.Kind == ContractKind.Cost ? run.Set.Zero : service.PaidInYear + charges - cost;
        // What is asked may be without bound and still leave all else finite, where capacity bounds it.
        var isFinite = Value.ShareOf(service.AskedThisYear.Now, service.AskedThisYear.Now);
        run.Invariants.Zero(Invariant.ListBalances, service.Row, isFinite * (isFinite - 1.0), run.Set.Constant(Rounding));
        run.Ledger.FlowOfYear(service.UnmetFlow, service.AskedThisYear.Now - service.DeliveredThisYear.Now);
        run.Ledger.FlowOfYear(service.Flows.Cost, cost);
        run.Ledger.FlowOfYear(service.Flows.Charges, charges);
        run.Ledger.FlowOfYear(service.Flows.Payment, service.PaidInYear);
        run.Ledger.FlowOfYear(service.Flows.FullCost, service.UnitCost * activity);
        run.Ledger.FlowOfYear(service.Flows.FullCostFixed, costs.Fixed * (service.UnitCost * activity));
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
        var risks = RiskEquations.Share(run, pool, toMeet, weights);
        for (var row = 0; row < pool.Partners.Length; row++)
        {
            var partner = settled[pool.Partners[row].Organisation];
            var (risk, share) = (risks[row], toShare * weights[row]);
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
            + set.Sum(risks) - set.Sum(weights.Select(weight => toShare * weight)) - returned;
        run.Invariants.Zero(Invariant.PoolBalances, fund.Row, opening + postings - reserve.Now, Tolerance(run, opening));
        run.Ledger.Yearly(Measure.ReturnedByPool, fund.Row, returned);
        run.Ledger.Yearly(Measure.RiskReserve, fund.Row, reserve.Now);
    }

    /// <summary>Budget less payments of a service in the year.</summary>
    public static Value Variance(RunScope run, int service) => run.Services[service].Budget - run.Services[service].PaidInYear;

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

    private static void SettleOrganisation(RunScope run, OrganisationRun organisation, Settlements settled)
    {
        var (set, values, plan, fund) = (run.Set, run.Values, organisation.Plan, run.Funds[organisation.Row]);
        var paid = Paid(run, fund.Plan.Services);
        var surplus = set.Sum(run.Services.Where(service => service.Plan.Provider == organisation.Row).Select(service => service.SurplusInYear))
            + set.Sum(run.Services.Where(service => service.Plan.Contract.ProviderBefore == organisation.Row).Select(service => service.BreakCharge));
        var net = fund.Money - paid + settled.RingFence + surplus - settled.RiskShare + settled.SharedUnderspend;
        var under = Value.Max(net, 0.0);
        var over = Value.Max(set.Zero - net, 0.0);
        var kept = under * values.Of(plan.Keeps);
        var returned = under - kept;
        var (reserves, forOverspends, deficit) = (organisation.Reserves, organisation.ForOverspends, organisation.Deficit);
        var drawnForOverspends = Value.Min(Value.Min(over, Value.Max(settled.RiskShare, 0.0)), Value.Max(forOverspends.Now, 0.0));
        var left = over - drawnForOverspends;
        var drawn = Value.Min(left, Value.Max(reserves.Now - values.Of(plan.Floor), 0.0));
        left -= drawn;
        var support = plan.ExceptionalSupport is { } path ? Value.Min(left, Value.Max(values.ByYear(path), 0.0)) : set.Zero;
        forOverspends.Grow(set.Zero - drawnForOverspends);
        reserves.Grow(kept - drawn);
        deficit.Grow(left - support);
        organisation.Notice?.Become(NoticeAfter(run, organisation.Notice, net, deficit.Now));
        Keep(run, organisation, surplus, returned, support);
        var postings = organisation.Income - organisation.OtherSpending - StartOfYear.Contributed(run, organisation.Row) - fund.Letting - paid
            + surplus + settled.RingFence - settled.RiskShare + settled.SharedUnderspend - returned + support;
        run.Invariants.Zero(
            Invariant.OrganisationBalances,
            organisation.Row,
            organisation.OpeningPosition + postings - organisation.Position,
            Tolerance(run, organisation.OpeningPosition));
    }

    /// <summary>A notice is issued when a year leaves a gap, and withdrawn when it balances.</summary>
    private static Value NoticeAfter(RunScope run, Variable notice, Value net, Value gap)
    {
        const double HalfAPenny = 0.005;
        var balanced = Value.IfAtMost(run.Set.Constant(0.0 - HalfAPenny), net, run.Set.Zero, notice.Now);
        return Value.IfAbove(gap, run.Set.Constant(HalfAPenny), run.Set.One, balanced);
    }

    private static void Keep(RunScope run, OrganisationRun organisation, Value surplus, Value returned, Value support)
    {
        var (ledger, row) = (run.Ledger, organisation.Row);
        ledger.Yearly(Measure.ProviderSurplus, row, surplus);
        ledger.Yearly(Measure.ReturnedByOrganisation, row, returned);
        ledger.Yearly(Measure.Reserves, row, organisation.Reserves.Now);
        ledger.Yearly(Measure.OverspendReserves, row, organisation.ForOverspends.Now);
        ledger.Yearly(Measure.Deficit, row, organisation.Deficit.Now);
        ledger.Yearly(Measure.ExceptionalSupport, row, support);
        if (organisation.Notice is { } notice)
        {
            ledger.Yearly(Measure.Section114, row, notice.Now);
        }
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
