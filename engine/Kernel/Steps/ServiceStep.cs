namespace SystemSim.Kernel;

/// <summary>Asked, capacity, delivered, unmet: service by service, each after those that refer to it.</summary>
internal static class ServiceStep
{
    /// <summary>Writes the equations.</summary>
    public static void Write(RunScope run)
    {
        var askedInAStep = run.Values.Demand.AskedInAStep(run.Counted, (service, cohort) =>
            run.EffectOn(TargetKind.Demand, service, cohort: cohort) * run.HarmTo(TargetKind.Demand, service, cohort: cohort)
        );
        var limits = run.Plan.LimitsByFirst();
        foreach (var together in run.Plan.WorkingOrder)
        {
            foreach (var service in together.Select(row => run.Services[row]))
            {
                Ask(run, service, askedInAStep[service.Row]);
                Bound(run, service);
            }

            foreach (var limit in Plan.Among(together, limits))
            {
                Share(run, limit);
            }

            foreach (var service in together.Select(row => run.Services[row]))
            {
                Deliver(run, service);
            }
        }

        Check(run);
    }

    private static void Ask(RunScope run, ServiceRun service, Value askedInAStep)
    {
        var (set, values, plan) = (run.Set, run.Values, service.Plan);
        var needLed = askedInAStep * Season(run, plan);
        if (plan.Growth is { } growth)
        {
            needLed *= values.ByYear(growth);
        }

        var scale = run.Plan.RatesAreObserved ? run.Opening(OpeningKind.NeedScale, service.Row) : set.One;
        var come = set.Zero;
        if (!values.DemandByChance.IsEmpty)
        {
            // What moves bring follows the moves: there is no chance in it beside theirs.
            come = Value.Poisson(needLed * scale, set.Uniform(values.DemandByChance[service.Row]));
            needLed = set.Zero;
        }

        for (var move = 0; move < plan.PerMove.Length; move++)
        {
            needLed = Value.MultiplyAdd(values.Of(plan.PerMove[move].Contacts), Movers(run, service, move), needLed);
        }

        service.NeedLed = (needLed * scale) + come;
        service.Referred = set.SumOfProducts(plan.Referred.Select(arrival => (values.Of(arrival.Share), Referring(run, arrival))));
        service.FailureDemand = set.SumOfProducts(
            plan.Failed.Select(arrival =>
                (values.Of(arrival.Share) + HandOff(run, arrival), run.Services[arrival.From].FailingLine.Ago(arrival.LagSteps))
            )
        );
        service.Diverted = set.SumOfProducts(
            plan.Diverted.Select(arrival => (values.Of(arrival.Ratio), run.Services[arrival.From].LeftLine.Ago(1)))
        );
        service.Arrived = service.NeedLed + service.Referred + service.FailureDemand + service.Diverted;
        var list = service.OpeningList(set);
        service.Reneged = Value.OneMinusPower(values.Of(plan.Reneges), values.StepAsPartOf(plan.RenegesOver)) * list;
        service.WaitingOn = list - service.Reneged;
        service.Asked = service.Arrived + service.WaitingOn;
    }

    /// <summary>What handing over adds, as far as it has not faded.</summary>
    private static Value HandOff(RunScope run, ReturnPlan arrival)
    {
        if (arrival.HandOff is not { } handOff)
        {
            return run.Set.Zero;
        }

        var share = run.Values.Of(handOff.Share);
        if (handOff.FadesOver is not { } over)
        {
            return share;
        }

        return share * (1.0 - Value.Min(run.Values.YearsSince(handOff.FadesFrom) / run.Values.Of(over), 1.0));
    }

    private static Value Referring(RunScope run, ReturnPlan arrival)
    {
        var from = run.Services[arrival.From];
        return arrival.LagSteps == 0 ? from.Delivered : from.DeliveredLine.Ago(arrival.LagSteps);
    }

    private static Value Movers(RunScope run, ServiceRun service, int move)
    {
        if (run.Plan.Counting == Counting.Start)
        {
            return service.MoversBefore[move].Now;
        }

        return PeopleStep.MoversTo(run, service, move);
    }

    private static Value Season(RunScope run, ServicePlan plan) =>
        plan.Season.IsEmpty
            ? run.Set.One
            : run.Set.ByStep([.. Enumerable.Range(0, run.Plan.Steps).Select(step => plan.Season[step % run.Plan.StepsPerYear])]);

    /// <summary>What the service could give by itself: physical capacity, and money where its budget is its own.</summary>
    private static void Bound(RunScope run, ServiceRun service)
    {
        var (set, plan) = (run.Set, service.Plan);
        service.StayMultiplier = run.EffectOn(TargetKind.Stay, service.Row) * run.HarmTo(TargetKind.Stay, service.Row);
        service.UnitsPerContact = plan.Kind == ServiceKind.ShortStay ? run.Values.Of(plan.Stay!) * service.StayMultiplier : set.One;
        if (service.InPlaces is { } inPlaces)
        {
            var stay = run.Values.Of(plan.Stay!) * run.Values.StepsPerYear * service.StayMultiplier;
            service.Ends = inPlaces.Now * Value.Min(1.0 / stay, 1.0);
            service.StayingOn = inPlaces.Now - service.Ends;
        }

        service.StepBudget = BudgetOfStep(run, service);
        service.Want = service.Asked;
        if (service.Capacity is { } capacity)
        {
            service.CapacityInForce = capacity.Now;
            service.Want = Value.Min(service.Want, Allowed(service, service.CapacityInForce));
        }

        if (!plan.Statutory && !SharesMoney(run, service))
        {
            service.Want = Value.Min(
                service.Want,
                Allowed(service, service.Contract.Buys(service.StepBudget, service.ActivityThisYear.Now))
            );
        }

        if (service.Contract.Remains is not null)
        {
            service.Contract.CollapseWhenNoticeEnds();
            service.Want = Value.Min(service.Want, Allowed(service, service.Contract.Able));
        }
    }

    /// <summary>Contacts that so many units allow: in places, those already there come first.</summary>
    private static Value Allowed(ServiceRun service, Value units) => service.Plan.Kind == ServiceKind.Places
        ? Value.Max(units - service.StayingOn, 0.0)
        : service.Plan.Kind == ServiceKind.ShortStay ? ContractRun.Bought(units, service.UnitsPerContact)
        : units;

    private static bool SharesMoney(RunScope run, ServiceRun service) =>
        run.Plan.Limits.Any(limit => limit.IsMoney && limit.Members.Contains(service.Row));

    private static Value BudgetOfStep(RunScope run, ServiceRun service)
    {
        var fund = run.Funds[service.Plan.Fund];
        var phase = run.Set.ByStep([.. Enumerable.Range(0, run.Plan.Steps).Select(step => fund.Plan.Phases[step % run.Plan.StepsPerYear])]);
        var budget = NoticeStep.BudgetOf(run, service);
        if (fund.Plan.Brake is { } cut && !service.Plan.Statutory && !IsSpared(fund, service))
        {
            budget = Braked(run, fund, service, budget, run.Values.Of(cut));
        }

        service.Sum = budget;
        budget = service.Contract.Notice?.Paid(budget) ?? budget;
        var carries = !fund.Plan.UnspentLapses && (!service.Plan.Statutory || SharesMoney(run, service));
        return carries ? Value.MultiplyAdd(phase, budget, service.Carried.Now) : phase * budget;
    }

    private static bool IsSpared(FundRun fund, ServiceRun service) =>
        fund.Plan.Protect is { BrakeSpares: true } && fund.Plan.Discretionary.Any(line => line.Service == service.Row && line.Protected);

    /// <summary>The year's budget, cut above its floor while the fund is heading for more than its contingency.</summary>
    private static Value Braked(RunScope run, FundRun fund, ServiceRun service, Value budget, Value cut)
    {
        const double HalfAPenny = 0.005;
        var floor = service.Floor(run.Values);
        var cutBudget = floor + ((budget - floor) * (1.0 - cut));
        var phases = OutturnEquations.Phases(run, fund, withStep: false);
        var outturn = OutturnEquations.OfStatutory(run, fund, phases);
        var braked = Value.IfAbove(outturn - fund.Forecast - fund.Contingency, run.Set.Constant(HalfAPenny), cutBudget, budget);
        return Value.IfAbove(run.Set.ByStep([.. phases]), run.Set.Zero, braked, budget);
    }

    private static void Share(RunScope run, LimitPlan limit)
    {
        if (limit.IsMoney)
        {
            ShareMoney(run, limit);
        }
        else
        {
            var amount = run.Values.ByYear(limit.Amount!) / run.Values.StepsPerYear;
            LimitEquations.Share(run.Set, limit.Classes, amount, service => run.Services[service].UnitsPerContact, WantOf(run), Bind(run));
        }
    }

    private static void ShareMoney(RunScope run, LimitPlan limit)
    {
        var left = run.Set.Sum(limit.Members.Order().Select(row => run.Services[row].StepBudget));
        foreach (var service in limit.Members.Order().Select(row => run.Services[row]))
        {
            left -= service.Plan.Statutory ? StatutoryPayment(run, service)
                : service.Plan.Kind == ServiceKind.Places ? service.BuyingPrice * service.StayingOn
                : run.Set.Zero;
        }

        var discretionary = limit.Classes.Where(members => !run.Services[members[0]].Plan.Statutory);
        LimitEquations.Share(run.Set, discretionary, Value.Max(left, 0.0), PriceOfContact, WantOf(run), Bind(run));

        Value PriceOfContact(int row) => run.Services[row].BuyingPrice * run.Services[row].UnitsPerContact;
    }

    private static Value StatutoryPayment(RunScope run, ServiceRun service) =>
        service.Plan.IsPaidASum ? service.Contract.Terms.Sum / run.Values.StepsPerYear
        : service.Plan.Kind == ServiceKind.Places ? service.BuyingPrice * (service.StayingOn + service.Want)
        : service.BuyingPrice * service.UnitsPerContact * service.Want;

    private static Func<int, Value> WantOf(RunScope run) => service => run.Services[service].Want;

    private static Action<int, Value> Bind(RunScope run) => (service, want) => run.Services[service].Want = want;

    private static void Deliver(RunScope run, ServiceRun service)
    {
        service.Delivered = service.Want;
        service.Unmet = service.Asked - service.Delivered;

        // Whoever waits already waits on: only those by whom the list would grow are turned away. So it does not matter how long a step is.
        var turnedAway = service.Waiting is null
            ? service.Unmet
            : (1.0 - run.Values.Of(service.Plan.Waits)) * Value.Max(service.Unmet - service.WaitingOn, 0.0);
        service.Waits = service.Unmet - turnedAway;
        service.Left = service.Reneged + turnedAway;
        service.Activity = service.Plan.Kind == ServiceKind.Places
            ? service.StayingOn + service.Delivered
            : service.Delivered * service.UnitsPerContact;
        service.Failing = service.Delivered * run.EffectOn(TargetKind.Failure, service.Row) * run.HarmTo(TargetKind.Failure, service.Row);
        foreach (var harm in run.HarmsOf[service.Row])
        {
            harm.MissedAfter = HarmEquations.Lasting(run.Values, harm.Plan.Lasts, harm.Missed.Now, service.Left);
        }

    }

    private static void Check(RunScope run)
    {
        const double Rounding = 1e-9;
        var tolerance = Value.Max(run.OpeningPeople, run.Set.Sum(run.Services.Select(service => service.Asked))) * Rounding;
        foreach (var service in run.Services)
        {
            run.Invariants.NotNegative(Invariant.ActivityNotNegative, service.Row, service.Delivered, tolerance);
            run.Invariants.NotNegative(Invariant.ActivityNotNegative, service.Row, service.Left, tolerance);
            var known = service.Asked + service.Reneged;
            run.Invariants.Zero(Invariant.ListBalances, service.Row, known - service.Delivered - service.Left - service.Waits, tolerance);
        }
    }
}
