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
        service.PaidThisYear = run.Ledger.Flow(Measure.Payment, service.Row, service.Payment);
        service.SurplusThisYear = run.Ledger.Sum(service.Payment + charges - cost);
        run.Ledger.Flow(Measure.ProviderCost, service.Row, cost);
        run.Ledger.Flow(Measure.Charges, service.Row, charges);
        service.Carried.Become(service.StepBudget - service.Payment);
        if (plan is { Statutory: true, IsBlock: false } && run.Funds[plan.Fund].StatutoryPaid is { } paid)
        {
            paid.Grow(service.Payment);
        }
    }
}
