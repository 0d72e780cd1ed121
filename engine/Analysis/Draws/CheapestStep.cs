namespace SystemSim.Analysis;

/// <summary>1 where none of some outcomes is smaller, shared among those that are equal; else 0.</summary>
internal sealed class CheapestStep(int result, int own, ImmutableArray<int> all) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(double[] values, Span<double> to)
    {
        var mine = Row(values, own);
        for (var draw = 0; draw < to.Length; draw++)
        {
            var (smaller, equal) = (0, 0);
            foreach (var outcome in all)
            {
                var other = values[(outcome * DrawChunk.Draws) + draw];
                smaller += other < mine[draw] ? 1 : 0;
                equal += other == mine[draw] ? 1 : 0;
            }

            to[draw] = smaller > 0 ? 0.0 : 1.0 / Math.Max(1, equal);
        }
    }
}
