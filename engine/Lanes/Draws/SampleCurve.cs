using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>Values that were seen, and anything between neighbours.</summary>
/// <param name="Values">The values, ascending; at least one.</param>
public sealed record SampleCurve(ImmutableArray<double> Values) : QuantileCurve
{
    /// <inheritdoc/>
    public override double At(double uniform)
    {
        var place = uniform * (Values.Length - 1);
        var row = Math.Min((int)place, Values.Length - 2);
        return row < 0 ? Values[0] : Values[row] + ((place - row) * (Values[row + 1] - Values[row]));
    }
}
