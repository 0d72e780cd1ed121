namespace SystemSim.Analysis;

/// <summary>1 for the option that has the most net benefit, shared among those that are equal; 0 for the others: all options at
/// once.</summary>
/// <param name="first">The first option's outcome; those of the others follow it.</param>
/// <param name="costs">[option] what it costs.</param>
/// <param name="effects">[option] what comes of it.</param>
/// <param name="worth">What a unit of effect is worth.</param>
internal sealed class BestStep(int first, ImmutableArray<int> costs, ImmutableArray<int> effects, double worth) : OutcomeStep(first)
{
    private readonly int firstRow = first;

    /// <inheritdoc/>
    protected override void Run(double[] values, Span<double> to)
    {
        Span<double> most = stackalloc double[DrawChunk.Draws];
        Span<double> equal = stackalloc double[DrawChunk.Draws];
        most.Fill(double.NegativeInfinity);
        equal.Clear();
        for (var option = 0; option < costs.Length; option++)
        {
            var cost = Row(values, costs[option]);
            var effect = Row(values, effects[option]);
            var benefit = Own(values, option);
            for (var draw = 0; draw < benefit.Length; draw++)
            {
                benefit[draw] = (worth * effect[draw]) - cost[draw];
                most[draw] = Math.Max(most[draw], benefit[draw]);
            }
        }

        for (var option = 0; option < costs.Length; option++)
        {
            var benefit = Own(values, option);
            for (var draw = 0; draw < benefit.Length; draw++)
            {
                equal[draw] += benefit[draw] == most[draw] ? 1.0 : 0.0;
            }
        }

        for (var option = 0; option < costs.Length; option++)
        {
            var benefit = Own(values, option);
            for (var draw = 0; draw < benefit.Length; draw++)
            {
                benefit[draw] = benefit[draw] == most[draw] ? 1.0 / equal[draw] : 0.0;
            }
        }
    }

    private Span<double> Own(double[] values, int option) => values.AsSpan((firstRow + option) * DrawChunk.Draws, DrawChunk.Draws);
}
