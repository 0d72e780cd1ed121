namespace SystemSim.Model;

/// <summary>When a flow is counted as paid, for discounting.</summary>
public enum Discounting
{
    /// <summary>By financial year; the first year is not discounted.</summary>
    ByYear,

    /// <summary>At the start of each step; the first step is not discounted.</summary>
    StepStart,

    /// <summary>In the middle of each step.</summary>
    StepMiddle,

    /// <summary>At the end of each step.</summary>
    StepEnd,
}
