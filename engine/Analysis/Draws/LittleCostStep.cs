namespace SystemSim.Analysis;

/// <summary>1 where a ratio is above a bound or not there, because next to nothing is put in; else 0.</summary>
internal sealed class LittleCostStep(int result, int of, double bound) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(double[] values, Span<double> to)
    {
        var from = Row(values, of);
        for (var draw = 0; draw < to.Length; draw++)
        {
            to[draw] = from[draw] <= bound ? 0.0 : 1.0;
        }
    }
}
