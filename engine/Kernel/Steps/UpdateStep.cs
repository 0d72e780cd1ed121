namespace SystemSim.Kernel;

/// <summary>Brings up to date what takes effect in the next step: people, reach, dose, lists, places, delay lines, physical
/// capacity.</summary>
internal static class UpdateStep
{
    /// <summary>Writes the equations.</summary>
    public static void Write(RunScope run)
    {
        UpdateEffects(run);
        UpdateHarms(run);
        UpdatePeople(run);
        run.Everyone.Set(run.Flows.Everyone);
        foreach (var service in run.Services)
        {
            UpdateLists(run, service);
            UpdateCapacity(run, service);
            KeepActivity(run, service);
        }
    }

    private static void UpdateEffects(RunScope run)
    {
        foreach (var level in run.Effects.Select(effect => effect.Level).OfType<LevelRun>().Distinct())
        {
            var next = level.Plan.Coverage == CoverageKind.Reach ? ReachAfter(run, level) : DoseAfter(run, level);
            level.Line.Record(next);
            level.Level.Set(next);
        }
    }

    private static void UpdateHarms(RunScope run)
    {
        foreach (var harm in run.Harms.DistinctBy(harm => harm.Missed))
        {
            harm.Missed.Set(harm.MissedAfter);
        }

        foreach (var harm in run.Harms.Where(harm => harm.Came is not null).DistinctBy(harm => harm.Came))
        {
            harm.Came!.Set(HarmEquations.Lasting(run.Values, harm.Plan.Lasts, harm.Came.Now, run.Services[harm.Plan.ComesTo].Arrived));
        }
    }

    private static Value ReachAfter(RunScope run, LevelRun effect)
    {
        var steps = run.Values.Of(effect.Plan.Lasts!) * run.Values.StepsPerYear;
        var ends = Value.Min(1.0 / steps, 1.0);
        var delivered = run.Services[effect.Plan.Services[0]].Delivered;

        // Of a step longer than that only the last part is still felt.
        var reached = run.Values.Of(effect.Plan.PeoplePerUnit!) * Value.Min(steps, 1.0);
        return Value.MultiplyAdd(reached, delivered, effect.Level.Now * (1.0 - ends));
    }

    private static Value DoseAfter(RunScope run, LevelRun effect)
    {
        var (dose, values) = (effect.Level.Now, run.Values);
        var spent = run.Set.SumOfProducts(
            effect.Plan.Services.Select(service => (run.Services[service].BaseCost, run.Services[service].Quantity))
        );
        var group = run.GroupOf(effect.Plan.Group);
        var aHead = values.StepsPerYear * spent / group;
        var pace = Value.Min(1.0 / (values.Of(effect.Plan.Lasts!) * values.StepsPerYear), 1.0);
        return Value.IfAtMost(group, run.Set.Zero, dose, Value.MultiplyAdd(aHead - dose, pace, dose));
    }

    private static void UpdatePeople(RunScope run)
    {
        var (people, flows, ledger) = (run.Plan.People, run.Flows, run.Ledger);
        for (var cohort = 0; cohort < run.People.Length; cohort++)
        {
            run.People[cohort].Set(flows.Next[cohort]);
            ledger.Stock(Measure.People, cohort, run.People[cohort]);
        }

        for (var row = 0; row < run.Dead.Length; row++)
        {
            run.Dead[row].Add(flows.Deaths[row]);
            ledger.Stock(Measure.Dead, row, run.Dead[row]);
            run.DeathFlows[row] = ledger.FlowOfStep(Measure.Deaths, row, flows.Deaths[row]);
        }

        for (var row = 0; row < flows.Residual.Length; row++)
        {
            ledger.Flow(Measure.Residual, row, flows.Residual[row]);
        }

        for (var area = 0; area < people.Areas; area++)
        {
            ledger.Flow(Measure.Births, area, flows.Births[area]);
            ledger.Flow(Measure.Migration, area, flows.Migration[area]);
            if (run.YearsLived[area] is { } yearsLived)
            {
                ledger.Flow(Measure.QualityAdjustedLifeYears, area, yearsLived);
            }
        }
    }

    private static void UpdateLists(RunScope run, ServiceRun service)
    {
        service.Waiting?.Set(service.Waits);
        service.InPlaces?.Set(service.Activity);
        service.LeftLine.Record(service.Left);
        service.DeliveredLine.Record(service.Delivered);
        service.FailingLine.Record(service.Failing);
        service.Contract.Record(service.Activity, service.Held);
        service.Contract.Notice?.Record(service.Sum);
        service.Contract.Rebuild();
        for (var move = 0; run.Plan.Counting == Counting.Start && move < service.MoversBefore.Length; move++)
        {
            service.MoversBefore[move].Set(PeopleStep.MoversTo(run, service, move));
        }
    }

    private static void UpdateCapacity(RunScope run, ServiceRun service)
    {
        if (service.Capacity is not { } capacity || service.Plan.Capacity is not { } plan)
        {
            return;
        }

        var next = Aim(run, service, plan);
        if (plan.Up is { } up)
        {
            next = Value.Min(next, Value.MultiplyAdd(capacity.Now, run.Values.Of(up) / run.Values.StepsPerYear, capacity.Now));
        }

        if (plan.Down is { } down)
        {
            next = Value.Max(next, Value.MultiplySubtract(capacity.Now, run.Values.Of(down) / run.Values.StepsPerYear, capacity.Now));
        }

        capacity.Set(next);
    }

    private static Value Aim(RunScope run, ServiceRun service, CapacityPlan plan)
    {
        var isPlaces = service.Plan.Kind == ServiceKind.Places;
        switch (plan.Target)
        {
            case CapacityTarget.Asked:
                return AskedOf(service);
            case CapacityTarget.Budget:
                var buys = service.Contract.Buys(service.StepBudget, service.ActivityBefore);
                return Value.IfAtMost(run.Set.Constant(ContractRun.NoBound), buys, AskedOf(service), buys);
            default:
                var amount = run.Values.ByYearOfNextStep(plan.Amount);
                return isPlaces ? amount : amount / run.Values.StepsPerYear;
        }
    }

    /// <summary>What was asked, in units of capacity.</summary>
    private static Value AskedOf(ServiceRun service) =>
        service.Plan.Kind == ServiceKind.Places ? service.StayingOn + service.Asked : service.Asked * service.UnitsPerContact;

    private static void KeepActivity(RunScope run, ServiceRun service)
    {
        var (ledger, row) = (run.Ledger, service.Row);
        ledger.Flow(Measure.NeedLed, row, service.NeedLed);
        ledger.Flow(Measure.Referred, row, service.Referred);
        ledger.Flow(Measure.FailureDemand, row, service.FailureDemand);
        ledger.Flow(Measure.Diverted, row, service.Diverted);
        service.AskedThisYear = ledger.SumOf(service.Asked);
        service.DeliveredThisYear = ledger.SumOf(service.Delivered);
        ledger.Flow(Measure.Asked, row, service.Asked);
        ledger.Flow(Measure.Delivered, row, service.Delivered);
        service.UnmetFlow = ledger.FlowOfStep(Measure.Unmet, row, service.Unmet);
        ledger.Flow(Measure.Left, row, service.Left);
        var isPlaces = service.Plan.Kind == ServiceKind.Places;
        ledger.Flow(Measure.Volume, row, isPlaces ? service.Activity / run.Values.StepsPerYear : service.Activity);
        if (service.Waiting is { } waiting)
        {
            ledger.Stock(Measure.Waiting, row, waiting);
        }
        else
        {
            ledger.Stock(Measure.Waiting, row, run.Set.Zero);
        }

        if (service.InPlaces is { } inPlaces)
        {
            ledger.Stock(Measure.InPlaces, row, inPlaces);
            ledger.Flow(Measure.Ended, row, service.Ends);
        }

        if (service.Capacity is not null)
        {
            ledger.Stock(Measure.Capacity, row, isPlaces ? service.CapacityInForce : service.CapacityInForce * run.Values.StepsPerYear);
        }
    }
}
