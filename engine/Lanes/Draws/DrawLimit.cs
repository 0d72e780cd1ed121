using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>A rule that draws may break: a number, with its factors, within what numbers of its kind can be.</summary>
/// <param name="Rows">Rows whose draws are multiplied.</param>
/// <param name="Times">A known number by which they are multiplied.</param>
/// <param name="Least">Smallest value.</param>
/// <param name="AboveLeast">Whether the smallest value itself is too small.</param>
/// <param name="Most">Largest value.</param>
public sealed record DrawLimit(ImmutableArray<int> Rows, double Times, double Least, bool AboveLeast, double Most)
{
    // A product of shares that are 1 may end a rounding above it.
    private const double Rounding = 1e-12;

    /// <summary>Whether a draw keeps the rule.</summary>
    /// <param name="values"><c>[quantity * lanes + lane]</c> the draws.</param>
    /// <param name="lanes">Lanes.</param>
    /// <param name="lane">The draw's lane.</param>
    public bool Holds(ReadOnlySpan<double> values, int lanes = 1, int lane = 0)
    {
        var product = Times;
        foreach (var row in Rows)
        {
            product *= values[(row * lanes) + lane];
        }

        return Allows(product);
    }

    /// <summary>Whether a product keeps the rule.</summary>
    public bool Allows(double value) =>
        double.IsFinite(value) && value <= Most + (Rounding * Math.Abs(Most)) && (AboveLeast ? value > Least : value >= Least);
}
