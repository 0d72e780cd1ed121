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
            service.Contract.Notice?.EndYear();
        }

        for (var row = 0; row < run.Dead.Length; row++)
        {
            run.Ledger.FlowOfYear(run.DeathFlows[row], run.Dead[row].Now - run.DeadBefore[row]);
        }

        var settled = run.Organisations.Select(_ => new Settlements(run.Set.Zero)).ToArray();
        foreach (var fund in run.Funds.Where(fund => fund.Plan.Pool is not null))
        {
            PoolSettlement.Settle(run, fund, fund.Plan.Pool!, settled);
        }

        // What an account is overspent by may be its owner's.
        foreach (var organisation in run.Organisations.OrderBy(organisation => organisation.Plan.Account is null))
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
        var charges = (run.Values.Of(plan.Charges) * cost) + service.ForUseNow(run.Set);
        service.PaidInYear = plan.Contract.Form switch
        {
            ContractForm.Cost => cost - charges,
            ContractForm.Alliance => cost - charges + costs.Settlement(terms, cost - charges, service.NotSeen),
            ContractForm.Block or ContractForm.Grant when !plan.Statutory => service.BudgetsThisYear.Now,
            ContractForm.Block
            or ContractForm.Tariff
            or ContractForm.CostAndVolume
            or ContractForm.Marginal
            or ContractForm.AlignedIncentive
            or ContractForm.Grant => costs.PaidFor(terms, activity, quantity),
        };
        service.CostInYear = cost;
        service.SurplusInYear = plan.Contract.Form == ContractForm.Cost ? run.Set.Zero : service.PaidInYear + charges - cost;
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

    /// <summary>What services were paid in the year.</summary>
    public static Value Paid(RunScope run, IEnumerable<int> services) =>
        run.Set.Sum(services.Select(row => run.Services[row].PaidInYear));

    /// <summary>Budget less payments of a service in the year.</summary>
    public static Value Variance(RunScope run, int service) => run.Services[service].Budget - run.Services[service].PaidInYear;

    private static void SettleOrganisation(RunScope run, OrganisationRun organisation, Settlements settled)
    {
        var (set, values, plan, fund) = (run.Set, run.Values, organisation.Plan, run.Funds[organisation.Row]);
        var paid = Paid(run, fund.Plan.Services);
        var surplus =
            set.Sum(run.Services.Where(service => service.Plan.Provider == organisation.Row).Select(service => service.SurplusInYear))
            + set.Sum(
                run.Services.Where(service => service.Plan.Contract.Broken?.Provider == organisation.Row)
                    .Select(service => service.BreakCharge)
            );
        var support = organisation.Support;
        var net = fund.Money - paid + settled.RingFence + surplus - settled.RiskShare + settled.SharedUnderspend
            - organisation.OfAccounts;
        var drawn = set.Zero;
        if (support is not null)
        {
            net -= support.Planned;
            drawn = Value.Min(support.Planned, Value.Max(set.Zero - net, 0.0));
            net += drawn;
        }

        var under = Value.Max(net, 0.0);
        var over = Value.Max(set.Zero - net, 0.0);
        var paidOff = AccountStep.PaidOff(run, organisation, under);
        var kept = (under - paidOff) * values.Of(plan.Keeps);
        var returned = under - paidOff - kept;
        var left = Draw(run, organisation, over, settled.RiskShare);
        var deficit = organisation.Deficit;
        var besides = support is null ? set.Zero : Value.Min(left, support.Room);
        support?.EndYear(drawn + besides);
        organisation.Reserves.Add(kept);
        deficit.Add(AccountStep.Carried(run, organisation, left - besides) - paidOff);
        organisation.Notice?.Set(NoticeAfter(run, organisation.Notice, net, deficit.Now));
        Keep(run, organisation, surplus, returned);
        var postings =
            organisation.Income
            - organisation.OtherSpending
            - StartOfYear.Contributed(run, organisation.Row)
            - fund.Letting
            - paid
            + surplus
            + settled.RingFence
            - settled.RiskShare
            + settled.SharedUnderspend
            - settled.IntoRiskReserves
            - returned
            - organisation.Financing
            - (support is null ? set.Zero : support.Interest + support.IncomeLost)
            + organisation.FromCentre
            + organisation.AccountDeficit
            + organisation.PassedOn
            + organisation.BroughtIn;
        run.Invariants.Zero(
            Invariant.OrganisationBalances,
            organisation.Row,
            organisation.OpeningPosition + postings - organisation.Position,
            Tolerance(run, organisation.OpeningPosition));
    }

    /// <summary>Draws reserves for an overspend, in their order.</summary>
    /// <returns>What is left of the overspend.</returns>
    private static Value Draw(RunScope run, OrganisationRun organisation, Value over, Value ofPools)
    {
        var (left, leftOfPools) = (over, Value.Max(ofPools, 0.0));
        foreach (var row in organisation.Plan.Order)
        {
            var reserve = row < 0 ? organisation.Reserves : organisation.Earmarked[row];
            var holds = row < 0 ? reserve.Now - run.Values.Of(organisation.Plan.Floor) : reserve.Now;
            var purpose = row < 0 ? ReservePurpose.Deficits : organisation.Plan.Earmarked[row].Purpose;
            var meets = purpose switch
            {
                ReservePurpose.PoolOverspends => Value.Min(left, leftOfPools),
                ReservePurpose.Services => Value.Min(left, OverspendOn(run, organisation.Plan.Earmarked[row].Services)),
                ReservePurpose.Deficits => left,
            };
            var drawn = Value.Min(meets, Value.Max(holds, 0.0));
            reserve.Add(run.Set.Zero - drawn);
            left -= drawn;
            leftOfPools = purpose == ReservePurpose.PoolOverspends ? leftOfPools - drawn : leftOfPools;
        }

        return left;
    }

    private static Value OverspendOn(RunScope run, IEnumerable<int> services) =>
        Value.Max(run.Set.Zero - run.Set.Sum(services.Select(service => Variance(run, service))), 0.0);

    /// <summary>A notice is issued when a year leaves a gap, and withdrawn when it balances.</summary>
    private static Value NoticeAfter(RunScope run, Variable notice, Value net, Value gap)
    {
        const double HalfAPenny = 0.005;
        var balanced = Value.IfAtMost(run.Set.Constant(0.0 - HalfAPenny), net, run.Set.Zero, notice.Now);
        return Value.IfAbove(gap, run.Set.Constant(HalfAPenny), run.Set.One, balanced);
    }

    private static void Keep(RunScope run, OrganisationRun organisation, Value surplus, Value returned)
    {
        var (ledger, row) = (run.Ledger, organisation.Row);
        ledger.Yearly(Measure.ProviderSurplus, row, surplus);
        ledger.Yearly(Measure.ReturnedByOrganisation, row, returned);
        ledger.Yearly(Measure.Reserves, row, organisation.Reserves.Now);
        foreach (var (reserve, holds) in organisation.Earmarked.Index())
        {
            ledger.Yearly(Measure.EarmarkedReserves, row, holds.Now, reserve);
        }

        ledger.Yearly(Measure.Deficit, row, organisation.Deficit.Now);
        var interest = organisation.Financing + (organisation.Support?.Interest ?? run.Set.Zero);
        if (organisation.Support is not null || organisation.OwnsAccount)
        {
            ledger.Yearly(Measure.DebtInterest, row, interest);
        }

        if (organisation.Plan.Account is not null || organisation.OwnsAccount)
        {
            ledger.Yearly(Measure.AccountDeficit, row, organisation.AccountDeficit);
        }

        if (organisation.Plan.Account is not null)
        {
            ledger.Yearly(Measure.CentreMeets, row, organisation.FromCentre);
        }

        if (organisation.Support is { } support)
        {
            ledger.Yearly(Measure.Borrowing, row, support.Borrowed);
            ledger.Yearly(Measure.ReceiptsUsed, row, support.ReceiptsUsed);
            ledger.Yearly(Measure.DebtRepaid, row, support.Repaid);
            ledger.Yearly(Measure.IncomeLost, row, support.IncomeLost);
            ledger.Yearly(Measure.Debt, row, support.Debt.Now);
            ledger.Yearly(Measure.AssetsSold, row, support.Sold.Now);
        }

        if (organisation.IsOfSuccession)
        {
            ledger.Yearly(Measure.PassedOn, row, organisation.PassedOn);
            ledger.Yearly(Measure.DebtPassedOn, row, organisation.DebtPassedOn);
            ledger.Yearly(Measure.BroughtIn, row, organisation.BroughtIn);
            ledger.Yearly(Measure.DebtBroughtIn, row, organisation.DebtBroughtIn);
        }

        if (organisation.Notice is { } notice)
        {
            ledger.Yearly(Measure.Section114, row, notice.Now);
        }
    }

    /// <summary>Rounding of a year's money: of all income, all payments and costs, and what an account held.</summary>
    public static Value Tolerance(RunScope run, Value opening) =>
        Rounding
        * (
            run.Set.Sum(run.Organisations.Select(organisation => organisation.Income))
            + Paid(run, Enumerable.Range(0, run.Services.Length))
            + run.Set.Sum(run.Services.Select(service => service.CostInYear))
            + Value.Max(opening, run.Set.Zero - opening)
            + 1.0
        );
}
