namespace SystemSim.Analysis;

/// <summary>1 where an outcome of a year is not above a bound, and where that stays so in the years after it; else 0.</summary>
/// <param name="result">The outcome.</param>
/// <param name="of">What is held against the bound.</param>
/// <param name="next">The same of the next year, worked out before; -1 in the last.</param>
/// <param name="bound">The bound.</param>
internal sealed class StaysBelowStep(int result, int of, int next, double bound) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(double[] values, Span<double> to)
    {
        var from = Row(values, of);
        for (var draw = 0; draw < to.Length; draw++)
        {
            to[draw] = from[draw] > bound ? 0.0 : next < 0 ? 1.0 : values[(next * DrawChunk.Draws) + draw];
        }
    }
}
