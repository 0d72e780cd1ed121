namespace SystemSim.Kernel;

/// <summary>Provider cost, charges and payments of a step.</summary>
internal static class PaymentStep
{
    /// <summary>Writes the equations.</summary>
    public static void Write(RunScope run)
    {
        foreach (var service in run.Services)
        {
            Pay(run, service);
        }
    }

    private static void Pay(RunScope run, ServiceRun service)
    {
        var (plan, ledger) = (service.Plan, run.Ledger);
        service.Held = service.Contract.Held(service.Activity);
        service.Quantity = service.Costs.Quantity(service.Activity, service.Held, 1.0);
        var cost = service.UnitCost * service.Quantity;
        var charges = run.Values.Of(plan.Charges) * cost;
        if (service.ForUseThisYear is { } chargedForUse)
        {
            var forUse = service.Costs.ForUse(cost - charges, service.Contract.Terms.Use, service.Activity);
            charges += forUse;
            ledger.AddTo(chargedForUse, forUse);
        }

        ledger.AddTo(service.ArrivedThisYear, service.Arrived);
        ledger.AddTo(service.NotSeenThisYear, service.Arrived - service.Delivered);
        service.Payment = Payment(run, service, cost - charges);
        var fullCost = service.UnitCost * service.Activity;
        service.ActivityBefore = service.ActivityThisYear.Now;
        ledger.AddTo(service.ActivityThisYear, service.Activity);
        if (service.Contract.HeldLast is not null)
        {
            ledger.AddTo(service.HeldThisYear, service.Held);
        }

        service.Flows = (
            ledger.FlowOfStep(Measure.ProviderCost, service.Row, cost),
            ledger.FlowOfStep(Measure.Charges, service.Row, charges),
            ledger.FlowOfStep(Measure.Payment, service.Row, service.Payment + Settled(run, service)),
            ledger.FlowOfStep(Measure.FullCost, service.Row, fullCost),
            ledger.FlowOfStep(Measure.FullCostFixed, service.Row, service.Costs.Fixed * fullCost));
        service.BudgetsThisYear = ledger.SumOf(service.StepBudget);
        service.Carried.Set(service.StepBudget - service.Payment);
        if (plan is { Statutory: true, IsPaidASum: false } && run.Funds[plan.Fund].StatutoryPaid is { } paid)
        {
            paid.Add(service.Payment);
        }
    }

    /// <summary>What an alliance settles in the last step of the year, beside what it pays on account.</summary>
    private static Value Settled(RunScope run, ServiceRun service)
    {
        if (service.Plan.Contract.Form != ContractForm.Alliance)
        {
            return run.Set.Zero;
        }

        var stepsPerYear = run.Plan.StepsPerYear;
        var isLast = run.Set.ByStep([
            .. Enumerable.Range(0, run.Plan.Steps).Select(step => step % stepsPerYear == stepsPerYear - 1 ? 1.0 : 0.0),
        ]);
        var quantity = service.Costs.Quantity(service.ActivityThisYear.Now, service.HeldThisYear.Now, stepsPerYear);
        var net = (service.Contract.Terms.BeforeUse * quantity) - service.ForUseNow(run.Set);
        return isLast * service.Costs.Settlement(service.Contract.Terms, net, service.NotSeen);
    }

    private static Value Payment(RunScope run, ServiceRun service, Value netCost)
    {
        var (plan, terms, costs) = (service.Plan, service.Contract.Terms, service.Costs);
        var toDate = service.ActivityThisYear.Now;
        return plan.Contract.Form switch
        {
            ContractForm.Block or ContractForm.Grant => plan.Statutory ? terms.Sum / run.Values.StepsPerYear : service.StepBudget,
            ContractForm.Tariff => terms.Price * service.Activity,
            ContractForm.CostAndVolume or ContractForm.Marginal or ContractForm.AlignedIncentive =>
                (costs.SumBesidePrice(terms) / run.Values.StepsPerYear)
                + (costs.PaidByPrice(terms, toDate + service.Activity) - costs.PaidByPrice(terms, toDate)),
            ContractForm.Cost or ContractForm.Alliance => netCost,
        };
    }
}
