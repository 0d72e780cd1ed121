namespace SystemSim.Kernel;

/// <summary>The equations of one option's run, ready to run.</summary>
public sealed record OptionProgram
{
    /// <summary>The instructions.</summary>
    public required LaneProgram Program { get; init; }

    /// <summary>What its ledger holds.</summary>
    public required LedgerLayout Ledger { get; init; }

    /// <summary>What it checks.</summary>
    public required InvariantLayout Invariants { get; init; }

    /// <summary>Writes the equations of a plan, and of the one before it.</summary>
    /// <param name="plan">The option's plan.</param>
    /// <param name="baseline">The baseline's plan, which says what is so today.</param>
    /// <param name="today">Opening values; those that the equations need are asked for there.</param>
    /// <param name="purpose">What the run is for.</param>
    public static OptionProgram Write(Plan plan, Plan baseline, OpeningRows today, RunPurpose purpose)
    {
        var set = new EquationSet { Steps = plan.Steps, Passes = purpose.Lanes.Passes };
        var ledger = new LedgerWriter(set, purpose.Wants, purpose.BySteps, changes: plan.Before is not null);
        var invariants = new InvariantWriter(set, purpose.ChecksApart);
        if (plan.Before is { } before)
        {
            var earlier = Write(before, null, part: 0);
            Write(plan, earlier, part: 1);
        }
        else
        {
            Write(plan, null, part: 0);
        }

        var checks = invariants.ToLayout();
        var program = set.ToProgram();
        return new OptionProgram { Ledger = ledger.ToLayout(program.Outputs), Invariants = checks, Program = program };

        RunScope Write(Plan inForce, RunScope? earlier, int part)
        {
            set.Section = new Section(Phase.YearStart, part);
            var run = new RunScope(
                new PlanValues(inForce, set, purpose.Drawn, purpose.ByChance),
                baseline,
                today,
                ledger,
                invariants,
                earlier
            );
            if (earlier is null && purpose.KeepsOpening)
            {
                OpeningStep.Write(run);
            }

            WriteYear(run, part);
            return run;
        }
    }

    /// <summary>The order of a step, as a sentence.</summary>
    private static void WriteYear(RunScope run, int part)
    {
        var (set, plan, ledger, invariants) = (run.Set, run.Plan, run.Ledger, run.Invariants);
        StartOfYear.Write(run);
        invariants.EndSection();

        set.Section = new Section(Phase.Step, part);
        CoverageStep.Write(run);
        if (plan.Counting == Counting.Start)
        {
            run.Counted = [.. run.People.Select(cohort => cohort.Now)];
            QualityStep.Write(run);
            ServiceStep.Write(run);
            PaymentStep.Write(run);
            PeopleStep.Write(run, afterServices: true);
        }
        else
        {
            PeopleStep.Write(run, afterServices: false);
            run.Counted = plan.Counting == Counting.End ? run.Flows.Next : Means(run);
            QualityStep.Write(run);
            ServiceStep.Write(run);
            PaymentStep.Write(run);
        }

        UpdateStep.Write(run);
        NoticeStep.Write(run);
        invariants.EndSection();

        set.Section = new Section(Phase.YearEnd, part);
        EndOfYear.Write(run);
        invariants.EndSection();

        // Last, because the sums that start afresh are those the steps have declared.
        set.Section = new Section(Phase.YearStart, part);
        ledger.StartYear();
    }

    private static Value[] Means(RunScope run) =>
        [.. run.People.Zip(run.Flows.Next, (before, after) => (before.Now + after) * 0.5)];
}
