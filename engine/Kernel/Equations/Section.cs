namespace SystemSim.Kernel;

/// <summary>When an equation is worked out. A value may use those of its own and of earlier sections.</summary>
public enum Section
{
    /// <summary>Once a draw, before the first step.</summary>
    Draw,

    /// <summary>When a year starts.</summary>
    YearStart,

    /// <summary>In every step.</summary>
    Step,

    /// <summary>When a year has ended, after its last step.</summary>
    YearEnd,

    /// <summary>As <see cref="YearStart"/>, once a run has come under its later plan.</summary>
    LaterYearStart,

    /// <summary>As <see cref="Step"/>, once a run has come under its later plan.</summary>
    LaterStep,

    /// <summary>As <see cref="YearEnd"/>, once a run has come under its later plan.</summary>
    LaterYearEnd,
}
