namespace SystemSim.Lanes;

/// <summary>A normal distribution on a scale: normal, log-normal, logit-normal; with a width of its own on either side of the
/// median.</summary>
/// <param name="Scale">The scale.</param>
/// <param name="Median">The median, on the scale.</param>
/// <param name="Below">Standard deviation below the median, on the scale.</param>
/// <param name="Above">Standard deviation above the median, on the scale.</param>
public sealed record NormalCurve(Scale Scale, double Median, double Below, double Above) : QuantileCurve
{
    /// <inheritdoc/>
    public override double At(double uniform) => AtScore(NormalScore.Of(uniform));

    /// <inheritdoc/>
    internal override double AtScore(double score) => Scale.From(Median + (score * (score < 0.0 ? Below : Above)));
}
