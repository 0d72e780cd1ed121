namespace SystemSim.Reporting;

/// <summary>What one uncertain number does to a result.</summary>
/// <param name="Quantity">Its name.</param>
/// <param name="Low">Its low value, as it is written.</param>
/// <param name="High">Its high value, as it is written.</param>
/// <param name="EffectAtLow">The result where it is low.</param>
/// <param name="EffectAtHigh">The result where it is high.</param>
public sealed record TornadoRow(string Quantity, string Low, string High, double EffectAtLow, double EffectAtHigh)
{
    /// <summary>How far the result moves.</summary>
    public double Swing => Math.Abs(EffectAtHigh - EffectAtLow);
}
