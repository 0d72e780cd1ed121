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

    /// <summary>Writes the equations of a plan: the order of a step, as a sentence.</summary>
    /// <param name="plan">The option's plan.</param>
    /// <param name="baseline">The baseline's plan, which says what is so today.</param>
    /// <param name="today">Opening values; those that the equations need are asked for there.</param>
    /// <param name="purpose">What the run is for.</param>
    public static OptionProgram Write(Plan plan, Plan baseline, TodayRows today, RunPurpose purpose)
    {
        var set = new EquationSet();
        var ledger = new LedgerWriter(set, purpose.Wants, purpose.BySteps);
        var invariants = new InvariantWriter(set, purpose.ChecksApart);
        var run = new RunScope(new PlanValues(plan, set, purpose.Drawn), baseline, today, ledger, invariants);

        set.Section = Section.YearStart;
        StartOfYear.Write(run);
        invariants.EndSection();

        set.Section = Section.Step;
        CoverageStep.Write(run);
        if (plan.Counting == CountingRule.Start)
        {
            run.Counted = [.. run.People.Select(cohort => cohort.Now)];
            ServiceStep.Write(run);
            PaymentStep.Write(run);
            PeopleStep.Write(run, unmetShare: service => service.UnmetShare);
        }
        else
        {
            PeopleStep.Write(run, unmetShare: service => service.UnmetBefore.Now);
            run.Counted = plan.Counting == CountingRule.End ? run.Flows.Next : Means(run);
            ServiceStep.Write(run);
            PaymentStep.Write(run);
        }

        UpdateStep.Write(run);
        NoticeStep.Write(run);
        invariants.EndSection();

        set.Section = Section.YearEnd;
        EndOfYear.Write(run);
        invariants.EndSection();

        // Last, because the sums that start afresh are those the steps have declared.
        set.Section = Section.YearStart;
        ledger.StartYear();
        return new OptionProgram { Ledger = ledger.ToLayout(), Invariants = invariants.ToLayout(), Program = set.ToProgram() };
    }

    private static Value[] Means(RunScope run) =>
        [.. run.People.Zip(run.Flows.Next, (before, after) => (before.Now + after) * 0.5)];
}
