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
        var plan = service.Plan;
        var cost = service.UnitCost * service.Activity;
        var charges = run.Values.Of(plan.Charges) * cost;
        service.Payment = !plan.IsBlock ? cost - charges
            : plan.Statutory ? service.BlockSum / run.Values.StepsPerYear
            : service.StepBudget;
        service.Flows = (
            run.Ledger.FlowOfStep(Measure.ProviderCost, service.Row, cost),
            run.Ledger.FlowOfStep(Measure.Charges, service.Row, charges),
            run.Ledger.FlowOfStep(Measure.Payment, service.Row, service.Payment));
        run.Ledger.AddTo(service.ActivityThisYear, service.Activity);
        service.BudgetsThisYear = run.Ledger.SumOf(service.StepBudget);
        service.Carried.Become(service.StepBudget - service.Payment);
        if (plan is { Statutory: true, IsBlock: false } && run.Funds[plan.Fund].StatutoryPaid is { } paid)
        {
            paid.Grow(service.Payment);
        }
    }
}
