namespace SystemSim.Lanes;

/// <summary>A phase of a run, in the order in which they come.</summary>
public enum Phase
{
    /// <summary>Once a draw, before the first step.</summary>
    Draw,

    /// <summary>When a year starts.</summary>
    YearStart,

    /// <summary>In every step.</summary>
    Step,

    /// <summary>When a year has ended, after its last step.</summary>
    YearEnd,
}
