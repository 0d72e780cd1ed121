namespace SystemSim.Analysis;

/// <summary>1 where an outcome is not there, else 0.</summary>
internal sealed class AbsentStep(int result, int of) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(double[] values, Span<double> to)
    {
        var from = Row(values, of);
        for (var draw = 0; draw < to.Length; draw++)
        {
            to[draw] = double.IsNaN(from[draw]) ? 1.0 : 0.0;
        }
    }
}
