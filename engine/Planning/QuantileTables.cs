using SystemSim.Lanes;
using TailRow = (double Place, double Slope);

namespace SystemSim.Planning;

/// <summary>Tables of the quantiles of beta and gamma distributions by normal score, on the scales on which they are nearly
/// straight.</summary>
/// <remarks>
/// Each half is worked out from its own tail, on the logarithm of its probability, by Newton's method from the row before; so tails are as
/// exact as the middle. The slope of a row follows from the densities.
/// </remarks>
internal static class QuantileTables
{
    private const int Middle = 66;
    private const int MostRounds = 200;
    private const double Close = 1e-14;

    // A narrow distribution's places have too few digits to come so close.
    private const double LastPlace = 4e-16;
    private const double LongestJump = 2.0;

    /// <summary>A beta distribution between two ends.</summary>
    public static TabulatedCurve Beta(double a, double b, double least, double most)
    {
        var below = LowerHalf(new IncompleteBeta(a, b).LogBelow, Logarithm.Of(a / b));
        var above = LowerHalf(new IncompleteBeta(b, a).LogBelow, Logarithm.Of(b / a));
        return Table(new Scale(least, most), 0.0, below, [.. above.Select(row => (-row.Place, row.Slope))]);
    }

    /// <summary>A gamma distribution.</summary>
    public static TabulatedCurve Gamma(double shape, double scale)
    {
        var (gamma, start) = (new IncompleteGamma(shape), Logarithm.Of(shape));
        var below = LowerHalf(gamma.LogBelow, start);
        var above = LowerHalf(place => gamma.LogAbove(-place), -start);
        return Table(
            new Scale(0.0, double.PositiveInfinity), Logarithm.Of(scale), below, [.. above.Select(row => (-row.Place, row.Slope))]);
    }

    private static TabulatedCurve Table(Scale scale, double shift, TailRow[] below, TailRow[] above)
    {
        // Both halves start from the middle and go outwards.
        TailRow[] rows = [.. below.Reverse(), .. above[1..]];
        return new TabulatedCurve(scale, [.. rows.Select(row => row.Place + shift)], [.. rows.Select(row => row.Slope)]);
    }

    /// <summary>[row] places and slopes at the scores 0, -1/8, -2/8 and so on.</summary>
    /// <param name="probability">The logarithm of the probability below a place, and its slope.</param>
    /// <param name="start">A place near the middle.</param>
    private static TailRow[] LowerHalf(Func<double, (double Log, double Slope)> probability, double start)
    {
        var rows = new TailRow[Middle + 1];
        var place = start;
        for (var row = 0; row <= Middle; row++)
        {
            var score = -row * TabulatedCurve.Step;
            var below = NormalScore.Probability(score);
            var wanted = Logarithm.Of(below);
            var (log, slope) = probability(place);
            var step = double.PositiveInfinity;
            var enough = Close * Math.Max(1.0, Math.Abs(wanted));
            for (var round = 0; round < MostRounds && Math.Abs(log - wanted) > enough; round++)
            {
                if (Math.Abs(step) <= LastPlace * Math.Abs(place))
                {
                    break;
                }

                step = Math.Clamp((wanted - log) / slope, -LongestJump, LongestJump * Math.Max(1.0, Math.Abs(place)));
                place += step;
                (log, slope) = probability(place);
            }

            rows[row] = (place, NormalScore.Density(score) / below / slope);
            place -= rows[row].Slope * TabulatedCurve.Step;
        }

        return rows;
    }
}
