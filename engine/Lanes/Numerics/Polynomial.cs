namespace SystemSim.Lanes;

/// <summary>Polynomials.</summary>
internal static class Polynomial
{
    /// <summary>The value of a polynomial, whose coefficients ascend.</summary>
    public static double At(ReadOnlySpan<double> coefficients, double x)
    {
        var sum = 0.0;
        for (var term = coefficients.Length - 1; term >= 0; term--)
        {
            sum = (sum * x) + coefficients[term];
        }

        return sum;
    }
}
