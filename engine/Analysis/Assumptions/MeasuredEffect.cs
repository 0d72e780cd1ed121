namespace SystemSim.Analysis;

/// <summary>What one uncertain number alone does to the headline, as measured by runs with all others at their central values.</summary>
/// <param name="Name">Path of the number in the scenario.</param>
/// <param name="AtLow">The headline with the number at the low end of its range.</param>
/// <param name="AtHigh">The headline with the number at the high end of its range.</param>
public sealed record MeasuredEffect(string Name, double AtLow, double AtHigh)
{
    /// <summary>How far apart the two are.</summary>
    public double Swing => Math.Abs(AtHigh - AtLow);
}
