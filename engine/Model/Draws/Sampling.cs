namespace SystemSim.Model;

/// <summary>How the draws of a quantity are spread over its distribution.</summary>
public enum Sampling
{
    /// <summary>Independently of each other.</summary>
    Random,

    /// <summary>One in each of as many equal parts as there are draws.</summary>
    LatinHypercube,

    /// <summary>By a scrambled Sobol sequence of the quantity's own.</summary>
    Sobol,
}
