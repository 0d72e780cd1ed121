using System.Runtime.Intrinsics;
using SystemSim.Kernel;

namespace SystemSim.Analysis;

/// <summary>A weighted sum of outcomes.</summary>
internal sealed class WeightedStep(int result, ImmutableArray<int> of, ImmutableArray<double> weights) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(Ledger[] ledgers, int lanes, double[] values, Span<double> to)
    {
        for (var lane = 0; lane < lanes; lane += Vector512<double>.Count)
        {
            var sum = Vector512<double>.Zero;
            for (var row = 0; row < of.Length; row++)
            {
                sum += Vector512.Create(values, (of[row] * lanes) + lane) * weights[row];
            }

            sum.CopyTo(to[lane..]);
        }
    }
}
