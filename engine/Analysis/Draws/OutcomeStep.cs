namespace SystemSim.Analysis;

/// <summary>How one outcome follows from outcomes before it, draw by draw.</summary>
/// <param name="result">The outcome.</param>
internal abstract class OutcomeStep(int result)
{
    /// <summary>Works it out for all draws of a chunk.</summary>
    /// <param name="values"><c>[outcome * <see cref="DrawChunk.Draws"/> + draw]</c>.</param>
    public void Run(double[] values) => Run(values, values.AsSpan(result * DrawChunk.Draws, DrawChunk.Draws));

    /// <summary>Works it out into its own row.</summary>
    protected abstract void Run(double[] values, Span<double> to);

    /// <summary>[draw] values of an outcome.</summary>
    protected static ReadOnlySpan<double> Row(double[] values, int outcome) => values.AsSpan(outcome * DrawChunk.Draws, DrawChunk.Draws);
}
