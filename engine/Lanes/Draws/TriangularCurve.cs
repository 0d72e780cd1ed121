namespace SystemSim.Lanes;

/// <summary>A density that rises in a straight line to its peak and falls in another.</summary>
/// <param name="Low">Lower end.</param>
/// <param name="Peak">Where the density is highest.</param>
/// <param name="High">Upper end.</param>
public sealed record TriangularCurve(double Low, double Peak, double High) : QuantileCurve
{
    /// <inheritdoc/>
    public override double At(double uniform)
    {
        var below = (Peak - Low) / (High - Low);
        return uniform < below
            ? Low + Math.Sqrt(uniform * (High - Low) * (Peak - Low))
            : High - Math.Sqrt((1.0 - uniform) * (High - Low) * (High - Peak));
    }
}
