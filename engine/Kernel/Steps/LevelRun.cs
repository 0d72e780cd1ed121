namespace SystemSim.Kernel;

/// <summary>Reach or dose, while the equations of a run are written; several effects may hang on one.</summary>
/// <param name="plan">An effect that hangs on it: all that do come about in the same way.</param>
/// <param name="level">People reached, or GBP a head a year.</param>
/// <param name="line">What it was in earlier steps.</param>
internal sealed class LevelRun(EffectPlan plan, Variable level, History line)
{
    /// <summary>How it comes about.</summary>
    public EffectPlan Plan => plan;

    /// <summary>People reached, or GBP a head a year.</summary>
    public Variable Level => level;

    /// <summary>What it was in earlier steps.</summary>
    public History Line => line;
}
