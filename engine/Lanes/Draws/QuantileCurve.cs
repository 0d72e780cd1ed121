namespace SystemSim.Lanes;

/// <summary>The distribution of one quantity, as the function that turns a uniform number into a value.</summary>
/// <remarks>A curve never falls: draws of two quantities whose uniform numbers go together go together.</remarks>
public abstract record QuantileCurve
{
    /// <summary>The value that a draw stays below with some probability.</summary>
    /// <param name="uniform">The probability, above 0 and below 1.</param>
    public abstract double At(double uniform);

    /// <summary>The value at a standard normal score.</summary>
    internal virtual double AtScore(double score) => At(Math.Clamp(NormalScore.Probability(score), Uniforms.Least, Uniforms.Most));

    /// <summary>The values of a block of lanes.</summary>
    internal virtual void Fill(ReadOnlySpan<double> uniforms, Span<double> values)
    {
        for (var lane = 0; lane < uniforms.Length; lane++)
        {
            values[lane] = At(uniforms[lane]);
        }
    }
}
