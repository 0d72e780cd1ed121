namespace SystemSim.Kernel;

/// <summary>Coverage and strength of effects, from people at the start of the step and from reach and dose as the last step left
/// them.</summary>
internal static class CoverageStep
{
    /// <summary>Writes the equations.</summary>
    public static void Write(RunScope run)
    {
        foreach (var effect in run.Effects)
        {
            effect.Strength = EffectEquations.Strength(effect.Plan, run.Values) * EffectEquations.Remaining(effect.Plan, run.Values);
            effect.Covered = Covered(run, effect);
        }
    }

    private static Value Covered(RunScope run, EffectRun effect)
    {
        if (!effect.Plan.InForce)
        {
            return run.Set.Zero;
        }

        if (effect.Plan.Stated is { } stated)
        {
            return run.Values.ByYear(stated);
        }

        // What the last step recorded is the latest: a lag goes further back.
        var lag = effect.Plan.LagSteps;
        var level = lag == 0 ? effect.Level!.Level.Now : effect.Level!.Line.Ago(lag + 1);
        return EffectEquations.Covered(effect.Plan, run.Values, () => run.GroupOf(effect.Plan.Group), level);
    }
}
