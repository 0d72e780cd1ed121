using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>Fits the residual by which people follow control totals: once, on the baseline with central values, for every option and draw.</summary>
public static class ResidualFit
{
    /// <summary>The control totals of a baseline, with the people they ask for at each step and the residual that brings them about.</summary>
    /// <param name="baseline">The baseline's plan.</param>
    /// <returns>
    /// The baseline's control totals in their order. They are left as they are, and ask for nothing, where the baseline cannot be run
    /// without them: its own run then tells why.
    /// </returns>
    public static ImmutableArray<ControlPlan> Fit(Plan baseline)
    {
        var controls = baseline.People.Controls;
        if (controls.IsEmpty || Run(baseline) is not { IsSound: true, Ledger: var free })
        {
            return controls;
        }

        controls = [.. controls.Select(control => control with { Totals = TotalsByStep.Of(control, baseline, free) })];
        var (ledger, _) = Run(baseline with { People = baseline.People with { Controls = controls } })!.Value;
        return [.. controls.Select(control => control with { Shares = SharesOf(control, baseline, ledger) })];
    }

    private static (Ledger Ledger, bool IsSound)? Run(Plan baseline)
    {
        var purpose = new RunPurpose { BySteps = true, Wants = measure => measure is Measure.People or Measure.Residual };
        var programs = ScenarioPrograms.Write([baseline], baseline, purpose);
        var loop = new RunLoop(programs, LaneMemory.LaneUnit, _ => new Interpreter());
        if (loop.Open([]) is not null)
        {
            return null;
        }

        var ledger = new Ledger(programs.Options[0].Ledger, baseline.Years, baseline.Steps, LaneMemory.LaneUnit);
        return (ledger, loop.Run(0, baseline, [], ledger));
    }

    private static ImmutableArray<double> SharesOf(ControlPlan control, Plan plan, Ledger ledger)
    {
        int[] rows = [.. control.Cohorts.Select(cohort => cohort / plan.People.Needs).Distinct()];
        return [.. Enumerable.Range(0, plan.Steps).Select(Share)];

        double Share(int step)
        {
            var residual = rows.Sum(row => ledger.InStep(new LedgerRow(Measure.Residual, row, 0), step));
            var people = control.Cohorts.Sum(cohort => ledger.InStep(new LedgerRow(Measure.People, cohort, 0), step));
            return residual == 0.0 ? 0.0 : residual / (people - residual);
        }
    }
}
