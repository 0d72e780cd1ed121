using System.Collections.Immutable;

namespace SystemSim.Lanes;

/// <summary>A distribution without a formula for its quantiles: a table of them by normal score, on a scale, with cubic pieces
/// between.</summary>
/// <remarks>
/// On such a scale quantiles are nearly straight, far into the tails: what a table of some hundred rows gives differs from the
/// quantile itself by less than 1e-6 of the distance to the nearer end, which the tests hold.
/// </remarks>
/// <param name="Scale">The scale.</param>
/// <param name="Places">[row] places on the scale at scores from <see cref="FirstScore"/> on, <see cref="Step"/> apart.</param>
/// <param name="Slopes">[row] what a place gains for each unit of score.</param>
public sealed record TabulatedCurve(Scale Scale, ImmutableArray<double> Places, ImmutableArray<double> Slopes) : QuantileCurve
{
    /// <summary>Score of the first row: below that of any uniform number.</summary>
    public const double FirstScore = -8.25;

    /// <summary>Scores between two rows.</summary>
    public const double Step = 0.125;

    /// <summary>Number of rows.</summary>
    public const int Rows = 133;

    /// <inheritdoc/>
    public override double At(double uniform) => AtScore(NormalScore.Of(uniform));

    /// <inheritdoc/>
    internal override double AtScore(double score)
    {
        var position = Math.Clamp((score - FirstScore) / Step, 0.0, Rows - 1.0);
        var row = Math.Min((int)position, Rows - 2);
        var t = position - row;
        var rest = 1.0 - t;
        var place = (rest * rest * (((1.0 + (2.0 * t)) * Places[row]) + (t * Step * Slopes[row])))
            + (t * t * (((1.0 + (2.0 * rest)) * Places[row + 1]) - (rest * Step * Slopes[row + 1])));
        return Scale.From(place);
    }
}
