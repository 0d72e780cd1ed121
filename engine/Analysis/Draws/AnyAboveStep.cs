namespace SystemSim.Analysis;

/// <summary>1 where any of some outcomes is above a bound, else 0.</summary>
internal sealed class AnyAboveStep(int result, ImmutableArray<int> of, double bound) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(double[] values, Span<double> to)
    {
        to.Clear();
        foreach (var outcome in of)
        {
            var from = Row(values, outcome);
            for (var draw = 0; draw < to.Length; draw++)
            {
                to[draw] = from[draw] > bound ? 1.0 : to[draw];
            }
        }
    }
}
