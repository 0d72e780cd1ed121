namespace SystemSim.Kernel;

/// <summary>Who goes without, of whom: one harm while the equations of a run are written. Several may miss the same contacts.</summary>
/// <param name="plan">The plan.</param>
/// <param name="missed">Contacts that left and are still missed.</param>
/// <param name="came">Contacts of the service whose failure share or stay is raised, over the time for which one is missed; null for
/// cohorts.</param>
/// <param name="opening">What it adds to its target when the run starts, as the baseline has it.</param>
internal sealed class HarmRun(HarmPlan plan, Variable missed, Variable? came, Value opening)
{
    /// <summary>The plan.</summary>
    public HarmPlan Plan => plan;

    /// <summary>Contacts that left and are still missed.</summary>
    public Variable Missed => missed;

    /// <summary>Contacts that came to the service whose failure share or stay is raised; null for cohorts.</summary>
    public Variable? Came => came;

    /// <summary>What it adds to its target when the run starts, as the baseline has it.</summary>
    public Value Opening => opening;

    /// <summary>What the step's services leave of <see cref="Missed"/>.</summary>
    public Value MissedAfter { get; set; }
}
