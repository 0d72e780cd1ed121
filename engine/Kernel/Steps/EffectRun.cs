namespace SystemSim.Kernel;

/// <summary>One effect while the equations of a run are written.</summary>
/// <param name="plan">The plan.</param>
/// <param name="level">Reach or dose; null when coverage is stated.</param>
internal sealed class EffectRun(EffectPlan plan, LevelRun? level)
{
    /// <summary>The plan.</summary>
    public EffectPlan Plan => plan;

    /// <summary>Reach or dose; null when coverage is stated.</summary>
    public LevelRun? Level => level;

    /// <summary>Share of the group that has it.</summary>
    public Value Covered { get; set; }

    /// <summary>Strength in this step.</summary>
    public Value Strength { get; set; }
}
