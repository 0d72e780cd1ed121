using System.Runtime.Intrinsics;

namespace SystemSim.Analysis;

/// <summary>One outcome less another; what is not there counts as 0.</summary>
internal sealed class DifferenceStep(int result, int first, int second) : OutcomeStep(result)
{
    private static readonly double[] Nothing = new double[DrawChunk.Draws];

    /// <inheritdoc/>
    protected override void Run(double[] values, Span<double> to)
    {
        var one = first < 0 ? Nothing : Row(values, first);
        var other = second < 0 ? Nothing : Row(values, second);
        for (var draw = 0; draw < to.Length; draw += Vector512<double>.Count)
        {
            (Vector512.Create(one[draw..]) - Vector512.Create(other[draw..])).CopyTo(to[draw..]);
        }
    }
}
