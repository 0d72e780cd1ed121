using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>
/// Fits what makes people follow official numbers, once, on the baseline with central values, for every option and draw: the scale of
/// deaths, and the residual of control totals.
/// </summary>
public static class PeopleFit
{
    /// <summary>Whether a baseline has anything to fit.</summary>
    /// <param name="baseline">The baseline's plan.</param>
    public static bool IsAsked(Plan baseline) => !baseline.People.Controls.IsEmpty || baseline.People.DeathScale is { IsFitted: false };

    /// <summary>The people of a baseline, with its scale of deaths and its residual.</summary>
    /// <param name="baseline">The baseline's plan.</param>
    /// <param name="lanes">How programs are made and run.</param>
    /// <returns>
    /// Its people with the deaths that chances give in every year to which they are scaled, and with the people whom control totals ask for
    /// at each step and the residual that brings them about. Where the baseline cannot be run without control totals they are left as they
    /// are, and ask for nothing: its own run then tells why.
    /// </returns>
    public static PeoplePlan Fit(Plan baseline, LaneOptions lanes)
    {
        var people = baseline.People;
        if (!IsAsked(baseline))
        {
            return people;
        }

        if (Run(baseline, lanes) is not { IsSound: true, Ledger: var free })
        {
            return people with { DeathScale = Scaled(people.DeathScale, null) };
        }

        if (people.Controls.IsEmpty)
        {
            return people with { DeathScale = Scaled(people.DeathScale, free) };
        }

        ImmutableArray<ControlPlan> controls =
        [
            .. people.Controls.Select(control => control with { Totals = TotalsByStep.Of(control, baseline, free) }),
        ];
        var (ledger, _) = Run(baseline with { People = people with { Controls = controls } }, lanes)!.Value;
        return people with
        {
            DeathScale = Scaled(people.DeathScale, ledger),
            Controls = [.. controls.Select(control => control with { Shares = SharesOf(control, baseline, ledger) })],
        };
    }

    private static (Ledger Ledger, bool IsSound)? Run(Plan baseline, LaneOptions lanes)
    {
        var purpose = new RunPurpose
        {
            BySteps = true,
            Lanes = lanes,
            Wants = measure => measure is Measure.People or Measure.Residual or Measure.DeathsByChance,
        };
        var programs = ScenarioPrograms.Write([baseline], baseline, purpose);
        var loop = new RunLoop(programs, LaneMemory.LaneUnit, program => lanes.ForFewRuns(program));
        if (loop.Open([]) is not null)
        {
            return null;
        }

        var ledger = new Ledger(programs.Options[0].Ledger, baseline.Years, baseline.Steps, LaneMemory.LaneUnit);
        return (ledger, loop.Run(0, baseline, [], ledger));
    }

    /// <summary>The scale with all that a run found; that of the first year alone where there was none.</summary>
    private static DeathScalePlan? Scaled(DeathScalePlan? scale, Ledger? ledger) =>
        scale is not { IsFitted: false } ? scale
        : ledger is null ? scale with { Years = [scale.Years[0]] }
        : scale with
        {
            ByChance =
            [
                scale.ByChance[0],
                .. scale.Years.Skip(1).Select(year => ledger.InYear(new LedgerRow(Measure.DeathsByChance, 0, 0), year)),
            ],
        };

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
