namespace SystemSim.Kernel;

/// <summary>Which people a step counts demand and quality of life on.</summary>
public enum CountingRule
{
    /// <summary>Before they move.</summary>
    Start,

    /// <summary>The mean of before and after.</summary>
    Mid,

    /// <summary>After they have moved.</summary>
    End,
}
