using System.Runtime.Intrinsics;
using SystemSim.Kernel;

namespace SystemSim.Analysis;

/// <summary>One outcome less another; what is not there counts as 0.</summary>
internal sealed class DifferenceStep(int result, int first, int second) : OutcomeStep(result)
{
    /// <inheritdoc/>
    protected override void Run(Ledger[] ledgers, int lanes, double[] values, Span<double> to)
    {
        for (var lane = 0; lane < lanes; lane += Vector512<double>.Count)
        {
            var one = first < 0 ? Vector512<double>.Zero : Vector512.Create(values, (first * lanes) + lane);
            var other = second < 0 ? Vector512<double>.Zero : Vector512.Create(values, (second * lanes) + lane);
            (one - other).CopyTo(to[lane..]);
        }
    }
}
