namespace SystemSim.Analysis;

/// <summary>What one uncertain number alone does to the headline, as measured by runs with all others at their central values.</summary>
/// <param name="Name">Path of the number in the scenario.</param>
/// <param name="Central">The headline with the number at its central value.</param>
/// <param name="AtLow">The headline with the number at the low end of its range; null where that run was stopped.</param>
/// <param name="AtHigh">The headline with the number at the high end of its range; null where that run was stopped.</param>
public sealed record MeasuredEffect(string Name, double Central, double? AtLow, double? AtHigh)
{
    /// <summary>From the least to the most that the headline becomes, what it is centrally among them.</summary>
    public double Swing
    {
        get
        {
            double[] values = [Central, AtLow ?? Central, AtHigh ?? Central];
            return values.Max() - values.Min();
        }
    }
}
