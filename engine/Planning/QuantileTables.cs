using MathNet.Numerics;
using SystemSim.Kernel;
using Limb = (double Place, double Slope);

namespace SystemSim.Planning;

/// <summary>Tables of the quantiles of beta and gamma distributions by normal score, on the scales on which they are nearly straight.</summary>
/// <remarks>
/// Each half is worked out from its own tail, on the logarithm of its probability, by Newton's method from the row before; so tails are as
/// exact as the middle. The slope of a row follows from the densities.
/// </remarks>
internal static class QuantileTables
{
    private const int Middle = 66;
    private const int MostRounds = 200;
    private const double Close = 1e-14;
    private const double LongestJump = 2.0;

    // So far down, a beta or gamma probability is its leading term; and MathNet takes what is smaller for 0.
    private const double LeadingTermBelow = -34.0;

    /// <summary>A beta distribution between two ends.</summary>
    public static TabulatedCurve Beta(double a, double b, double least, double most)
    {
        var below = LowerHalf(t => LogBeta(a, b, t), Math.Log(a / b));
        var above = LowerHalf(t => LogBeta(b, a, t), Math.Log(b / a));
        return Table(new Scale(least, most), 0.0, below, [.. above.Select(row => (-row.Place, row.Slope))]);
    }

    /// <summary>A gamma distribution.</summary>
    public static TabulatedCurve Gamma(double shape, double scale)
    {
        var start = Math.Log(shape);
        var below = LowerHalf(t => LogGamma(shape, t), start);
        var above = LowerHalf(t => LogUpperGamma(shape, -t), -start);
        return Table(new Scale(0.0, double.PositiveInfinity), Math.Log(scale), below, [.. above.Select(row => (-row.Place, row.Slope))]);
    }

    private static TabulatedCurve Table(Scale scale, double shift, Limb[] below, Limb[] above)
    {
        // Both halves start from the middle and go outwards.
        Limb[] rows = [.. below.Reverse(), .. above[1..]];
        return new TabulatedCurve(scale, [.. rows.Select(row => row.Place + shift)], [.. rows.Select(row => row.Slope)]);
    }

    /// <summary>[row] places and slopes at the scores 0, -1/8, -2/8 and so on.</summary>
    /// <param name="probability">The logarithm of the probability below a place, and its slope.</param>
    /// <param name="start">A place near the middle.</param>
    private static Limb[] LowerHalf(Func<double, (double Log, double Slope)> probability, double start)
    {
        var rows = new Limb[Middle + 1];
        var place = start;
        for (var row = 0; row <= Middle; row++)
        {
            var score = -row * TabulatedCurve.Step;
            var below = NormalScore.Probability(score);
            var wanted = Math.Log(below);
            var (log, slope) = probability(place);
            for (var round = 0; round < MostRounds && Math.Abs(log - wanted) > Close * Math.Max(1.0, Math.Abs(wanted)); round++)
            {
                place += Math.Clamp((wanted - log) / slope, -LongestJump, LongestJump * Math.Max(1.0, Math.Abs(place)));
                (log, slope) = probability(place);
            }

            rows[row] = (place, NormalScore.Density(score) / below / slope);
            place -= rows[row].Slope * TabulatedCurve.Step;
        }

        return rows;
    }

    private static (double Log, double Slope) LogBeta(double a, double b, double odds)
    {
        var whole = SpecialFunctions.BetaLn(a, b);
        if (odds < LeadingTermBelow)
        {
            return ((a * odds) - Math.Log(a) - whole, a);
        }

        var share = 1.0 / (1.0 + Math.Exp(-odds));
        var rest = 1.0 / (1.0 + Math.Exp(odds));
        var below = rest < share && rest < 1e-8
            ? 1.0 - SpecialFunctions.BetaRegularized(b, a, rest)
            : SpecialFunctions.BetaRegularized(a, b, share);
        var density = Math.Exp((a * Math.Log(share)) + (b * Math.Log(rest)) - whole);
        return (Math.Log(below), density / below);
    }

    private static (double Log, double Slope) LogGamma(double shape, double log)
    {
        var whole = SpecialFunctions.GammaLn(shape);
        if (log < LeadingTermBelow)
        {
            return ((shape * log) - Math.Log(shape) - whole, shape);
        }

        var x = Math.Exp(log);
        var below = SpecialFunctions.GammaLowerRegularized(shape, x);
        return (Math.Log(below), Math.Exp((shape * log) - x - whole) / below);
    }

    /// <summary>The upper tail of a gamma distribution, as the lower tail of what falls where it rises.</summary>
    private static (double Log, double Slope) LogUpperGamma(double shape, double log)
    {
        var x = Math.Exp(log);
        var above = SpecialFunctions.GammaUpperRegularized(shape, x);
        return (Math.Log(above), Math.Exp((shape * log) - x - SpecialFunctions.GammaLn(shape)) / above);
    }
}
