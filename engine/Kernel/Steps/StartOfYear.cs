namespace SystemSim.Kernel;

/// <summary>Prices, income, contributions and budgets, when a year starts.</summary>
internal static class StartOfYear
{
    /// <summary>Writes the equations.</summary>
    public static void Write(RunScope run)
    {
        foreach (var service in run.Services)
        {
            LetContract(run, service);
            service.BroughtInAt?.Set(
                Value.IfAbove(run.Values.IsFirstOfArrangement, run.Set.Zero, service.LastBudget.Now, service.BroughtInAt.Now)
            );
        }

        SuccessionStep.StartYear(run);
        AccountStep.StartYear(run);
        foreach (var organisation in run.Organisations)
        {
            ReceiveIncome(run, organisation);
        }

        CountFirstHeads(run);
        PayIntoRiskReserves(run, [.. run.Funds.Where(fund => fund.Plan.Pool is not null)]);
        foreach (var fund in run.Funds.Where(fund => fund.Plan.Pool is not null))
        {
            Contribute(run, fund, fund.Plan.Pool!);
        }

        foreach (var organisation in run.Organisations)
        {
            var own = run.Funds[organisation.Row];
            Let(run, own);
            own.Money = organisation.Available - Contributed(run, organisation.Row) - own.Letting;
        }

        foreach (var fund in run.Funds)
        {
            SetBudgets(run, fund);
        }

        FitDeaths(run);
        run.DeadBefore = [.. run.Dead.Select(dead => dead.Now)];
        Reset(run);
    }

    /// <summary>All that an organisation contributes to pools this year.</summary>
    public static Value Contributed(RunScope run, int organisation) => run.Set.Sum(
        from fund in run.Funds
        where fund.Plan.Pool is not null
        from partner in fund.Plan.Pool!.Partners.Select((plan, row) => (plan.Organisation, row))
        where partner.Organisation == organisation
        select fund.Contributions[partner.row]);

    /// <summary>The forecast of a statutory service.</summary>
    private static Value Forecast(RunScope run, ServiceRun service, Value need)
    {
        var values = run.Values;
        var growth = Value.IfAtMost(service.NeedThen.Now, run.Set.Zero, run.Set.One, need / service.NeedThen.Now);
        var activity = Value.IfAbove(values.IsFirstYear, run.Set.Zero, service.OpeningActivity, service.ActivityThisYear.Now) * growth;
        var held = values.StepsPerYear * (service.Contract.HeldLast?.Now ?? run.Set.One);
        var forecast = service.Costs.PaidFor(service.Contract.Terms, activity, service.Costs.Quantity(activity, held, values.StepsPerYear));
        return service.Plan.Budget is { } stated
            ? Value.IfAbove(values.IsFirstYear, run.Set.Zero, values.Of(stated), forecast)
            : forecast;
    }

    /// <summary>While it is being fitted: what chances of dying are multiplied by from this year on, where it is stated.</summary>
    private static void FitDeaths(RunScope run)
    {
        if (run.PeopleEquations.DeathScale is { } scale)
        {
            var plan = run.Plan.People.DeathScale!;
            var byChance = run.PeopleEquations.DeathsByChance([.. run.People.Select(cohort => cohort.Now)]);
            var anew = Value.IfAtMost(byChance, run.Set.Zero, run.Set.One, run.Values.ByYear(plan.To) / byChance);
            scale.Set(Value.IfAbove(run.Values.In(year => year > 0 && plan.Years.Contains(year)), run.Set.Zero, anew, scale.Now));
            run.Ledger.Yearly(Measure.DeathsByChance, 0, byChance);
        }
    }

    private static void LetContract(RunScope run, ServiceRun service)
    {
        var lastActivity = service.ActivityThisYear.Now;
        var lastQuantity = service.Costs.Quantity(lastActivity, service.HeldThisYear.Now, run.Values.StepsPerYear);
        service.Contract.StartYear(lastActivity, lastQuantity, service.ForUseThisYear);
    }

    /// <summary>What a fund pays for letting contracts, and for breaking those of today.</summary>
    private static void Let(RunScope run, FundRun fund)
    {
        var (breaking, letting) = (run.Set.Zero, run.Set.Zero);
        foreach (var service in fund.Plan.Services.Select(row => run.Services[row]))
        {
            var (charge, cost) = service.Contract.Letting(LastSum(run, service));
            service.BreakCharge = charge;
            breaking += charge;
            letting += cost;
            if (service.Plan.Contract.Broken is not null)
            {
                run.Ledger.Yearly(Measure.BreakCharge, service.Row, charge);
            }
        }

        fund.Letting = breaking + letting;
        run.Ledger.Yearly(Measure.TransactionCost, fund.Row, letting);
    }

    /// <summary>What was last given for a service in a year: in the first year of the run what the baseline gives.</summary>
    private static Value LastSum(RunScope run, ServiceRun service) =>
        service.Plan.Contract.Broken is not { NoticeSteps: > 0 } ? run.Set.Zero
        : run.Plan.From == 0 ? run.Opening(OpeningKind.Let, service.Row)
        : service.LastBudget.Now;

    private static void ReceiveIncome(RunScope run, OrganisationRun organisation)
    {
        var (plan, values, ledger) = (organisation.Plan, run.Values, run.Ledger);
        organisation.Income = run.Set.Sum(plan.Income.Select(line => values.ByYear(line)));
        organisation.OtherSpending = run.Set.Sum(plan.OtherSpending.Select(line => OtherSpending(run, line)));
        var planned = plan.PlannedMovement is { } movement ? values.ByYear(movement) : run.Set.Zero;
        foreach (var item in plan.OneOffs)
        {
            var amount = values.Of(item);
            var isSpent = values.In(year => year == item.Year);
            organisation.OtherSpending += amount * isSpent;
            if (item.RepaidOver > 0)
            {
                planned +=
                    (amount * values.In(year => year > item.Year && year <= item.Year + item.RepaidOver) / item.RepaidOver)
                    - (amount * isSpent);
            }
        }

        organisation.Support?.StartYear();
        if (plan.BalancesOver is { } settlement)
        {
            planned += BalancedYearsEquations.Movement(run, organisation, settlement, organisation.Support?.DebtService ?? run.Set.Zero);
        }

        var repaid = values.Of(plan.Repays) * organisation.Deficit.Now;
        organisation.Available = organisation.Income - organisation.OtherSpending - planned - repaid - organisation.Financing;
        organisation.Reserves.Add(planned);
        if (organisation.Support is { } support)
        {
            organisation.Available += support.Planned - support.DebtService;
            organisation.Reserves.Add(support.IntoReserves);
        }

        organisation.Deficit.Set((1.0 - values.Of(plan.Repays)) * organisation.Deficit.Now);
        ledger.Yearly(Measure.Income, organisation.Row, organisation.Income);
        ledger.Yearly(Measure.OtherSpending, organisation.Row, organisation.OtherSpending);
    }

    private static Value OtherSpending(RunScope run, SpendingPlan line)
    {
        var amount = run.Values.ByYear(line.Amount);
        return line.Savings is { } savings
            ? amount - (run.Values.ByYear(savings) * run.Values.Of(line.Delivered, 1.0))
            : amount;
    }

    /// <summary>Partners pay in the risk reserves of pools that start: from general reserves above the floor, the rest from own
    /// money.</summary>
    private static void PayIntoRiskReserves(RunScope run, FundRun[] pools)
    {
        var owed = run.Organisations.Select(_ => run.Set.Zero).ToArray();
        foreach (var fund in pools)
        {
            var partners = fund.Plan.Pool!.Partners;
            fund.OpeningReserve = fund.RiskReserve!.Now;
            fund.IntoReserve = PaidIn(run, fund, fund.Plan.Pool);
            fund.RiskReserve.Add(run.Set.Sum(fund.IntoReserve));
            for (var row = 0; row < partners.Length; row++)
            {
                owed[partners[row].Organisation] += fund.IntoReserve[row];
            }
        }

        foreach (var organisation in run.Organisations)
        {
            var fromReserves = Value.Min(
                owed[organisation.Row],
                Value.Max(organisation.Reserves.Now - run.Values.Of(organisation.Plan.Floor), 0.0)
            );
            organisation.Reserves.Add(run.Set.Zero - fromReserves);
            organisation.Available -= owed[organisation.Row] - fromReserves;
        }
    }

    /// <summary>[partner] what is paid into a pool's risk reserve this year, by the weights that partners have before that.</summary>
    private static Value[] PaidIn(RunScope run, FundRun fund, PoolPlan pool)
    {
        var (values, isFirst) = (run.Values, run.Values.IsFirstOfArrangement);
        if (!fund.StartsReserve && fund.ReserveShares.Length == 0)
        {
            return [.. pool.Partners.Select(_ => run.Set.Zero)];
        }

        var weights = RiskEquations.Weights(run, pool, Contributions(run, pool));
        foreach (var (share, weight) in fund.ReserveShares.Zip(weights))
        {
            share.Set(Value.IfAbove(isFirst, run.Set.Zero, weight, share.Now));
        }

        return [.. weights.Select(weight => fund.StartsReserve ? weight * values.Of(pool.RiskReserve) * isFirst : run.Set.Zero)];
    }

    private static void Contribute(RunScope run, FundRun fund, PoolPlan pool)
    {
        fund.Contributions = Contributions(run, pool);
        for (var row = 0; row < pool.Partners.Length; row++)
        {
            run.Ledger.Yearly(Measure.Contribution, pool.Partners[row].Organisation, fund.Contributions[row], fund.Row);
        }

        var setUp = run.Values.Of(pool.SetUp) * run.Values.IsFirstOfArrangement;
        var running = pool.Running is { } path ? run.Values.ByYear(path) : run.Set.Zero;
        Let(run, fund);
        fund.Overheads = setUp + running + fund.Letting;
        fund.Money = run.Set.Sum(fund.Contributions) - fund.Overheads;
        run.Ledger.Yearly(Measure.SetUp, fund.Row, setUp);
        run.Ledger.Yearly(Measure.Running, fund.Row, running);
    }

    /// <summary>[partner] contributions of the year, out of own money as it stands.</summary>
    private static Value[] Contributions(RunScope run, PoolPlan pool) =>
        [
            .. pool.Partners.Select(partner =>
                partner.Follows == Follow.WholeFund
                    ? Due(run, partner, run.Organisations[partner.Organisation].Available - ToOtherPools(run, partner.Organisation))
                    : Contribution(run, pool, partner)
            ),
        ];

    /// <summary>What a partner that gives its whole fund to one pool contributes to others, whichever comes first.</summary>
    private static Value ToOtherPools(RunScope run, int organisation) => run.Set.Sum(
        from fund in run.Plan.Funds
        where fund.Pool is not null
        from partner in fund.Pool!.Partners
        where partner.Organisation == organisation && partner.Follows != Follow.WholeFund
        select Contribution(run, fund.Pool!, partner));

    private static void CountFirstHeads(RunScope run)
    {
        foreach (var fund in run.Funds)
        {
            for (var row = 0; row < fund.FirstHeads.Length; row++)
            {
                if (fund.FirstHeads[row] is { } first)
                {
                    var now = AHead(run, fund.Plan.Pool!.Partners[row].PerPerson!);
                    first.Set(Value.IfAbove(run.Values.IsFirstOfArrangement, run.Set.Zero, now, first.Now));
                }
            }
        }
    }

    /// <summary>So much a head of the people there are when the year starts.</summary>
    private static Value AHead(RunScope run, PerPersonPlan plan)
    {
        var people = run.People.Select(cohort => cohort.Now).ToArray();
        var sum = run.Set.Sum(plan.Parts.Select(part => run.Values.Of(part.Amount) * run.PeopleEquations.Total(people, part.Cohorts)));
        return run.Values.Of(plan.Factor) * run.Values.PriceRatio(plan.Index, plan.Year) * sum;
    }

    /// <summary>A contribution a head, scaled where what it was in the first year is stated.</summary>
    private static Value ByHead(RunScope run, PoolPlan pool, PartnerPlan partner)
    {
        var now = AHead(run, partner.PerPerson!);
        var fund = run.Funds.First(known => ReferenceEquals(known.Plan.Pool, pool));
        return fund.FirstHeads[pool.Partners.IndexOf(partner)] is { } first
            ? run.Values.Of(partner.First!) * Value.IfAtMost(first.Now, run.Set.Zero, run.Set.One, now / first.Now)
            : now;
    }

    private static Value Contribution(RunScope run, PoolPlan pool, PartnerPlan partner) => Due(run, partner, Agreed(run, pool, partner));

    /// <summary>What is due of an agreed contribution: cut under a section 114 notice where the agreement lets it be, and no less than its
    /// minimum.</summary>
    private static Value Due(RunScope run, PartnerPlan partner, Value agreed) =>
        partner.Minimum is { } minimum
            ? Value.Max(run.Values.ByYear(minimum), CutBy(run, partner, agreed))
            : CutBy(run, partner, agreed);

    private static Value CutBy(RunScope run, PartnerPlan partner, Value agreed) =>
        partner.CutInEmergency && run.Organisations[partner.Organisation] is { Notice: { } notice, Plan.EmergencyLevel: { } level }
            ? Value.IfAbove(notice.Now, run.Set.Zero, run.Values.Of(level) * agreed, agreed)
            : agreed;

    private static Value Agreed(RunScope run, PoolPlan pool, PartnerPlan partner)
    {
        var values = run.Values;
        switch (partner.Follows)
        {
            case Follow.Amounts:
                return values.ByYear(partner.Amounts!);
            case Follow.Share:
                return values.ByYear(pool.Total!) * values.Of(partner.Share!);
            case Follow.People:
                return ByHead(run, pool, partner);
            case Follow.Index:
                return First(run, partner) * values.PriceRatio(partner.Index, YearOfFirst(run, partner));
            default:
                var lines = run.Plan.Organisations[partner.Organisation].Income;
                var firstIncome = run.Set.Sum(lines.Select(line => values.InYear(line, YearOfFirstIncome(run, partner))));
                var ratio = run.Organisations[partner.Organisation].Income / firstIncome;
                return First(run, partner) * Value.IfAtMost(firstIncome, run.Set.Zero, run.Set.One, ratio);
        }
    }

    /// <summary>What a contribution starts from: stated for the first year, else the budgets of what the partner brings in: those that the
    /// run opens with, or of the year before.</summary>
    private static Value First(RunScope run, PartnerPlan partner) =>
        partner.First is { } stated
            ? run.Values.Of(stated)
            : run.Set.Sum(
                partner.BroughtIn.Select(service =>
                    run.Services[service].BroughtInAt is { } budget ? budget.Now : run.Opening(OpeningKind.Opened, service)
                )
            );

    /// <summary>The year in whose money <see cref="First"/> is.</summary>
    private static int YearOfFirst(RunScope run, PartnerPlan partner) =>
        partner.First is null ? Math.Max(run.Plan.From - 1, 0) : run.Plan.From;

    /// <summary>The year whose income a contribution follows; a partner that begins had none before.</summary>
    private static int YearOfFirstIncome(RunScope run, PartnerPlan partner) =>
        run.Plan.Organisations[partner.Organisation].Begins ? run.Plan.From : YearOfFirst(run, partner);

    private static void SetBudgets(RunScope run, FundRun fund)
    {
        var people = run.People.Select(cohort => cohort.Now).ToArray();
        var demand = run.Values.Demand;
        foreach (var service in fund.Plan.Statutory.Select(row => run.Services[row]))
        {
            var need = demand.NeedOf(service.Row, people);
            service.Budget = Forecast(run, service, need);
            service.Given = service.Budget;
            service.NeedThen.Set(need);
        }

        fund.Forecast = run.Set.Sum(fund.Plan.Statutory.Select(row => run.Services[row].Budget));
        fund.Blocks = run.Set.Sum(
            fund.Plan.Statutory.Select(row => run.Services[row])
                .Where(service => service.Plan.IsPaidASum)
                .Select(service => service.Contract.Terms.Sum)
        );
        var lines = fund.Plan.Discretionary.Select(line => Line(run, fund, line)).ToArray();
        var ofClass = run.Set.Sum((fund.Plan.Protect?.Statutory ?? []).Select(row => run.Services[row].Budget));
        var budget = new BudgetEquations(run.Values, fund.Plan).Divide(fund.Money, fund.Forecast, ofClass, lines);
        for (var line = 0; line < lines.Length; line++)
        {
            var service = run.Services[lines[line].Plan.Service];
            (service.Budget, service.Given) = (budget.Budgets[line], budget.Given[line]);
        }

        foreach (var service in fund.Plan.Services.Select(row => run.Services[row]).Where(service => service.FirstBudget is not null))
        {
            service.FirstBudget!.Set(Value.IfAbove(service.Contract.IsFirstYear, run.Set.Zero, service.Given, service.FirstBudget.Now));
            service.Contract.CollapseIfCut(service.Given, service.FirstBudget.Now);
        }

        fund.Contingency = budget.Contingency;
        run.Ledger.Yearly(Measure.Contingency, fund.Row, budget.Contingency);
        run.Ledger.Yearly(Measure.BudgetedGap, fund.Row, budget.Gap);
        run.Ledger.Yearly(Measure.FundMoney, fund.Row, fund.Money);
        foreach (var service in fund.Plan.Services.Select(row => run.Services[row]))
        {
            run.Ledger.Yearly(Measure.Budget, service.Row, service.Budget);
            run.Invariants.NotNegative(Invariant.BudgetNotNegative, service.Row, service.Budget, run.OpeningPeople * 1e-9);
        }
    }

    private static FundLine Line(RunScope run, FundRun fund, FundLinePlan plan)
    {
        var (service, values) = (run.Services[plan.Service], run.Values);
        var uplift = values.ByYear(year => year == 0 ? run.Set.One
            : fund.Plan.Uplift is { } path ? 1.0 + values.InYear(path, year)
            : values.PriceRatio(service.Plan.CostIndex, year - 1, year));
        return new FundLine
        {
            Plan = plan,
            Last = service.LastBudget.Now * uplift,
            Old = service.LastBudget.Now,
            Opening = service.LastBudget.Initial,
            NotSeen = service.NotSeen,
            Floor = service.Floor(values),
            Ceiling = service.Plan.Ceiling is { } ceiling ? values.ByYear(ceiling) : null,
            Beside = service.Contract.Notice is { } notice ? sum => notice.Beside(sum, fund.Plan.Phases) : null,
        };
    }

    private static void Reset(RunScope run)
    {
        foreach (var service in run.Services)
        {
            service.LastBudget.Set(service.Given);
            service.Carried.Set(run.Set.Zero);
        }

        foreach (var fund in run.Funds)
        {
            fund.StatutoryPaid?.Set(run.Set.Zero);
        }
    }
}
