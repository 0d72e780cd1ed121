namespace SystemSim.Kernel;

/// <summary>People move, die, grow older, are born, come and go.</summary>
internal static class PeopleStep
{
    private const double Rounding = 1e-9;

    /// <summary>Writes the equations.</summary>
    /// <param name="run">The run.</param>
    /// <param name="afterServices">Whether this step's services have been, so that those whom they do not see are harmed.</param>
    public static void Write(RunScope run, bool afterServices)
    {
        var people = run.Plan.People;
        var stock = run.People.Select(cohort => cohort.Now).ToArray();
        run.Flows = run.PeopleEquations.Flows(
            stock,
            (cohort, to) => run.EffectOn(TargetKind.Move, people.Cohorts[cohort].Need, to, cohort)
                * run.HarmTo(TargetKind.Move, people.Cohorts[cohort].Need, to, cohort, afterServices),
            cohort => run.EffectOn(TargetKind.Death, 0, 0, cohort) * run.HarmTo(TargetKind.Death, 0, 0, cohort, afterServices));
        CheckStocks(run);
        run.PeopleEquations.AddResidual(run.Flows);
        run.Flows.Everyone = run.PeopleEquations.Total(run.Flows.Next, Enumerable.Range(0, stock.Length));
        CheckSums(run);
    }

    /// <summary>People in the areas of a service who make one of the moves that bring it contacts, in this step.</summary>
    public static Value MoversTo(RunScope run, ServiceRun service, int move) => run.PeopleEquations.Movers(
        run.Flows, service.Plan.PerMove[move].From, service.Plan.PerMove[move].To, area => service.Plan.Serves[area]);

    private static void CheckStocks(RunScope run)
    {
        var flows = run.Flows;
        var tolerance = Value.Max(run.OpeningPeople, run.Everyone.Now) * Rounding;
        for (var cohort = 0; cohort < flows.Next.Length; cohort++)
        {
            run.Invariants.NotNegative(Invariant.OutflowWithinStock, cohort, flows.ExpectedLeft[cohort], tolerance);
            if (run.Plan.People.Migration is not null)
            {
                run.Invariants.NotNegative(Invariant.PeopleNotNegative, cohort, flows.Next[cohort], tolerance);
            }
        }
    }

    private static void CheckSums(RunScope run)
    {
        var (flows, set) = (run.Flows, run.Set);
        var tolerance = Value.Max(Value.Max(run.OpeningPeople, run.Everyone.Now), flows.Everyone) * Rounding;
        var joined = set.Sum(flows.Births) + set.Sum(flows.Migration) + set.Sum(flows.Residual);
        var difference = run.Everyone.Now + joined - set.Sum(flows.Deaths) - flows.Everyone;
        run.Invariants.Zero(Invariant.PeopleConserved, 0, difference, tolerance);

        var controls = run.Plan.People.Controls;
        for (var row = 0; row < controls.Length && run.IsCentralBaseline && !controls[row].Totals.IsEmpty; row++)
        {
            var total = set.ByStep(controls[row].Totals);
            var missed = run.PeopleEquations.Total(flows.Next, controls[row].Cohorts) - total;
            run.Invariants.Zero(Invariant.ControlTotalsMet, row, Value.IfAtMost(set.Zero, total, missed, set.Zero), tolerance);
        }
    }
}
