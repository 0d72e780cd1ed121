namespace SystemSim.Studies;

/// <summary>What it takes to run a scenario again once its numbers have been moved.</summary>
public enum Rerun
{
    /// <summary>Its programs stay as they are: the numbers are inputs of them.</summary>
    Inputs,

    /// <summary>It is planned alike, but what makes its people follow official numbers is fitted anew.</summary>
    Refit,

    /// <summary>It is planned otherwise.</summary>
    Replan,
}
