namespace SystemSim.Kernel;

/// <summary>What a fund's statutory services will have cost when the year ends, as it looks from what they have cost so far.</summary>
internal static class OutturnEquations
{
    /// <summary>The forecast outturn of statutory services.</summary>
    /// <param name="run">The run.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="phases">Share of the year's budgets released so far; forecasts count only where it is above zero.</param>
    public static Value OfStatutory(RunScope run, FundRun fund, double[] phases) =>
        fund.Blocks + (fund.StatutoryPaid!.Now / run.Set.ByStep([.. phases.Select(phase => phase > 0.0 ? phase : 1.0)]));

    /// <summary>[step] share of the year's budgets released before the step, or with it.</summary>
    /// <param name="run">The run.</param>
    /// <param name="fund">The fund.</param>
    /// <param name="withStep">Whether the step itself counts.</param>
    public static double[] Phases(RunScope run, FundRun fund, bool withStep)
    {
        var sums = new double[run.Plan.Steps];
        for (var step = 0; step < sums.Length; step++)
        {
            var inYear = step % run.Plan.StepsPerYear;
            var before = inYear == 0 ? 0.0 : sums[step - 1];
            sums[step] = withStep ? before + fund.Plan.Phases[inYear]
                : inYear == 0 ? 0.0
                : before + fund.Plan.Phases[inYear - 1];
        }

        return sums;
    }
}
