using System.Runtime.Intrinsics;

namespace SystemSim.Analysis;

/// <summary>A weighted sum of outcomes.</summary>
internal sealed class WeightedStep(int result, ImmutableArray<int> of, ImmutableArray<double> weights) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(double[] values, Span<double> to)
    {
        to.Clear();
        for (var row = 0; row < of.Length; row++)
        {
            var from = Row(values, of[row]);
            for (var draw = 0; draw < to.Length; draw += Vector512<double>.Count)
            {
                (Vector512.Create<double>(to[draw..]) + (Vector512.Create(from[draw..]) * weights[row])).CopyTo(to[draw..]);
            }
        }
    }
}
