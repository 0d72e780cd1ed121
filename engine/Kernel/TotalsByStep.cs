using System.Collections.Immutable;

namespace SystemSim.Kernel;

/// <summary>From control totals on 30 June of some years to people at the end of each step.</summary>
/// <remarks>
/// Between two totals it is the ratio of the official number to that of the run that goes in a straight line, so that people follow the
/// totals with the seasons of the run, and totals that the run meets by itself ask for nothing. Times are whole numbers of quarters of a
/// step, in which 30 June and the ends of steps can both be told exactly.
/// </remarks>
internal sealed class TotalsByStep
{
    private const int Quarters = 4;

    private readonly int stepsPerYear;
    private readonly double[] free;

    private TotalsByStep(ControlPlan control, Plan plan, Ledger ledger)
    {
        stepsPerYear = plan.StepsPerYear;
        free = [AtStart(control, plan), .. Enumerable.Range(0, plan.Steps).Select(step => AtEnd(control, ledger, step))];
    }

    private int Steps => free.Length - 1;

    /// <summary>[step] people there are to be when the step has ended; <see cref="ControlPlan.NoTotal"/> after the last total.</summary>
    /// <param name="control">The control total.</param>
    /// <param name="plan">The plan of the baseline.</param>
    /// <param name="ledger">Its central run without control totals, with people of every step.</param>
    public static ImmutableArray<double> Of(ControlPlan control, Plan plan, Ledger ledger) =>
        new TotalsByStep(control, plan, ledger).Of(control);

    private ImmutableArray<double> Of(ControlPlan control)
    {
        var stated = control.Points.Select(point => (At: ((Quarters * point.Year) + 1) * stepsPerYear, point.People)).ToArray();
        var within = stated.Count(point => point.At <= Quarters * Steps);
        (int At, double Ratio)[] ratios =
        [
            (0, 1.0),
            .. stated.Take(within + 1).Select(point => (point.At, Ratio(point.People, Free(point.At)))),
        ];
        return [.. Enumerable.Range(1, Steps).Select(end => At(Quarters * end))];

        double At(int time) =>
            stated.FirstOrDefault(point => point.At == time) is { At: > 0 } here ? here.People
            : time > ratios[^1].At ? ControlPlan.NoTotal
            : Math.Max(0.0, Between(ratios, time) * Free(time));
    }

    private static double Ratio(double official, double people) => people > 0.0 ? official / people : 0.0;

    private static double Between((int At, double Ratio)[] ratios, int time)
    {
        var next = Array.FindIndex(ratios, ratio => ratio.At > time);
        var (before, after) = (ratios[next - 1], ratios[next]);
        return before.Ratio + ((after.Ratio - before.Ratio) * (time - before.At) / (after.At - before.At));
    }

    /// <summary>People at a time, if there were no control totals; beyond the end of the run on along the line of its last year.</summary>
    private double Free(int time)
    {
        var (step, part) = Math.DivRem(time, Quarters);
        return step >= Steps
            ? free[Steps] + ((free[Steps] - free[Steps - stepsPerYear]) * (time - (Quarters * Steps)) / (Quarters * stepsPerYear))
            : free[step] + ((free[step + 1] - free[step]) * part / Quarters);
    }

    // Added up in the order of the equations, so that people who meet a total by themselves meet it to the bit.
    private static double AtEnd(ControlPlan control, Ledger ledger, int step) =>
        control.Cohorts.Aggregate(0.0, (sum, cohort) => sum + ledger.InStep(new LedgerRow(Measure.People, cohort, 0), step));

    private static double AtStart(ControlPlan control, Plan plan) =>
        control
            .Cohorts.Select(cohort => plan.People.Cohorts[cohort])
            .Sum(cohort => plan.Central(cohort.People) * plan.Central(cohort.Share));
}
