using System.Runtime.Intrinsics;

namespace SystemSim.Lanes;

/// <summary>Every value between two ends alike.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="High">Upper end.</param>
public sealed record UniformCurve(double Low, double High) : QuantileCurve
{
    /// <inheritdoc/>
    public override double At(double uniform) => Math.FusedMultiplyAdd(High - Low, uniform, Low);

    /// <inheritdoc/>
    internal override void Fill(ReadOnlySpan<double> uniforms, Span<double> values)
    {
        var (low, width) = (Vector512.Create(Low), Vector512.Create(High - Low));
        for (var lane = 0; lane < uniforms.Length; lane += Vector512<double>.Count)
        {
            Vector512.FusedMultiplyAdd(width, Vector512.Create(uniforms[lane..]), low).CopyTo(values[lane..]);
        }
    }
}
