namespace SystemSim.Model.Kinds;

/// <summary>Which people a step's demand, cost and quality of life are counted on.</summary>
public enum Counting
{
    /// <summary>People at the start of the step, before they move.</summary>
    Start,

    /// <summary>The mean of people before and after they move.</summary>
    Mid,

    /// <summary>People after they have moved.</summary>
    End,
}
