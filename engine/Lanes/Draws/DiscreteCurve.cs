using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>A few values, each with its chance.</summary>
/// <param name="Values">The values, ascending.</param>
/// <param name="UpTo">[value] the chance of it or any value before it; the last is 1.</param>
public sealed record DiscreteCurve(ImmutableArray<double> Values, ImmutableArray<double> UpTo) : QuantileCurve
{
    /// <inheritdoc/>
    public override double At(double uniform)
    {
        var row = 0;
        while (row < Values.Length - 1 && uniform > UpTo[row])
        {
            row++;
        }

        return Values[row];
    }
}
