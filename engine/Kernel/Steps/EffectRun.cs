namespace SystemSim.Kernel;

/// <summary>One effect while the equations of a run are written.</summary>
internal sealed class EffectRun(EffectPlan plan)
{
    /// <summary>The plan.</summary>
    public EffectPlan Plan => plan;

    /// <summary>Reach or dose; null when coverage is stated.</summary>
    public Variable? Level { get; set; }

    /// <summary>Reach or dose of earlier steps; null without a lag.</summary>
    public History? Line { get; set; }

    /// <summary>Share of the group that has it.</summary>
    public Value Covered { get; set; }

    /// <summary>Strength in this step.</summary>
    public Value Strength { get; set; }
}
