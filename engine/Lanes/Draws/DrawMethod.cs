namespace SystemSim.Lanes;

/// <summary>How the uniform numbers of a quantity are spread over its draws.</summary>
public enum DrawMethod
{
    /// <summary>Independently of each other.</summary>
    Random,

    /// <summary>One in each of as many equal parts as there are draws: a Latin hypercube.</summary>
    LatinHypercube,

    /// <summary>A scrambled Sobol sequence of its own for every quantity: the first 2^k draws have one in each of 2^k equal
    /// parts.</summary>
    Sobol,
}
