namespace SystemSim.Lanes;

/// <summary>
/// The natural logarithm, from additions, multiplications, divisions and fused multiply-adds alone: the same bits everywhere.
/// </summary>
/// <remarks>
/// Each function here is within 0.8 units in the last place of what is exact, which the tests hold.
/// <para><b>Source.</b> The series of the inverse hyperbolic tangent, with log(1 + f) = f - f²/2 + s (f²/2 + r) for s = f/(2 + f), whose
/// leading parts are exact: as in Sun's "Freely distributable math library" (1993).</para>
/// </remarks>
public static class Logarithm
{
    private const double RootOfHalfLessOne = -0.29289321881345247560;
    private const double RootOfTwoLessOne = 0.41421356237309504880;

    // 1/3 beyond the last bit of the nearest number to it.
    private const double Third = 1.0 / 3.0;
    private const double ThirdRest = 1.85037170770859412e-17;

    /// <summary>log(x); minus infinity at 0, not a number below.</summary>
    public static double Of(double x)
    {
        if (!(x > 0.0 && x <= double.MaxValue))
        {
            return OutsideOf(x);
        }

        var (power, f) = Exact.Parts(x);
        return Joined(power, f, 0.0);
    }

    /// <summary>log(1 + x), without losing the digits of a small x; minus infinity at -1, not a number below.</summary>
    public static double OfOnePlus(double x)
    {
        if (x > RootOfHalfLessOne && x < RootOfTwoLessOne)
        {
            return Joined(0, x, 0.0);
        }

        if (!(x > -1.0 && x <= double.MaxValue))
        {
            return OutsideOf(x + 1.0);
        }

        var sum = 1.0 + x;
        var lost = x >= 1.0 ? 1.0 - (sum - x) : x - (sum - 1.0);
        var (power, f) = Exact.Parts(sum);
        return Joined(power, f, lost / sum);
    }

    /// <summary>log(ratio) - over, without losing the digits of a small one, for a ratio and what it is over 1.</summary>
    internal static double OfRatioLess(double ratio, double over)
    {
        if (!(over > RootOfHalfLessOne && over < RootOfTwoLessOne))
        {
            return Of(ratio) - over;
        }

        var (half, halfRest) = Exact.Product(0.5 * over, over);
        return After(over, half) - halfRest - half;
    }

    /// <summary>log(x) in two parts, their sum right to some 64 bits, for a positive and finite x.</summary>
    internal static (double High, double Low) InTwoParts(double x)
    {
        var (power, f) = Exact.Parts(x);

        // s = f/(2 + f) and its square, each in two parts.
        var (below, belowRest) = Exact.Sum(2.0, f);
        var s = f / below;
        var sRest = (Math.FusedMultiplyAdd(-s, below, f) - (s * belowRest)) / below;
        var (square, squareRest) = Exact.Product(s, s);
        squareRest += 2.0 * s * sRest;

        // log(1 + f) = 2 s (1 + s²/3 + s⁴/5 + ...): the first terms in two parts, the rest too small to need it.
        var (more, moreRest) = Exact.Product(square, Third);
        moreRest += (square * ThirdRest) + (squareRest * Third) + (square * square * FromFifth(square));
        var (times, timesRest) = Exact.Product(2.0 * s, more);
        timesRest += 2.0 * ((s * moreRest) + (sRest * more));
        var (log, logRest) = Exact.Sum(2.0 * s, times);
        logRest += timesRest + (2.0 * sRest);

        if (power == 0)
        {
            return Exact.Sum(log, logRest);
        }

        var (whole, wholeRest) = Exact.Sum(power * Exponential.Ln2High, log);
        return Exact.Sum(whole, wholeRest + (logRest + (power * Exponential.Ln2Low)));
    }

    /// <summary>log(2^power (1 + f)) + lost, for 1 + f between the roots of 1/2 and 2.</summary>
    private static double Joined(int power, double f, double lost)
    {
        var (half, halfRest) = Exact.Product(0.5 * f, f);
        var (first, firstRest) = Exact.Sum(f, -half);
        var tail = firstRest - halfRest + After(f, half) + lost;
        if (power == 0)
        {
            return first + tail;
        }

        var (whole, wholeRest) = Exact.Sum(power * Exponential.Ln2High, first);
        return whole + (wholeRest + (tail + (power * Exponential.Ln2Low)));
    }

    /// <summary>log(1 + f) - f + f²/2.</summary>
    private static double After(double f, double half)
    {
        var s = f / (2.0 + f);
        var square = s * s;
        return s * (half + (2.0 * square * (Third + (square * FromFifth(square)))));
    }

    /// <summary>1/5 + z/7 + z²/9 + ..., for z up to 0.03: terms enough for the last bit of all that it is part of.</summary>
    private static double FromFifth(double z)
    {
        var square = z * z;
        var even = (1.0 / 5.0) + (square * ((1.0 / 9.0) + (square * ((1.0 / 13.0) + (square * ((1.0 / 17.0) + (square * (1.0 / 21.0))))))));
        var odd = (1.0 / 7.0) + (square * ((1.0 / 11.0) + (square * ((1.0 / 15.0) + (square * ((1.0 / 19.0) + (square * (1.0 / 23.0))))))));
        return even + (z * odd);
    }

    private static double OutsideOf(double x) =>
        x == 0.0 ? double.NegativeInfinity : x < 0.0 ? double.NaN : x;
}
