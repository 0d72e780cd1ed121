namespace SystemSim.Lanes;

/// <summary>The exponential, from additions, multiplications, divisions and roots alone.</summary>
/// <remarks>
/// The run-time library's own differ in the last bit between operating systems and in a browser; what stands in this folder gives the same
/// bits
/// everywhere. Each function here is within 0.8 units in the last place of what is exact, which the tests hold.
/// <para><b>Source.</b> Cody and Waite, "Software manual for the elementary functions" (1980), for the reduction; the series is
/// Taylor's.</para>
/// </remarks>
public static class Exponential
{
    // ln 2 in two parts: a multiple of the first by any power that occurs is exact.
    internal const double Ln2High = 0.693147180369123816490;
    internal const double Ln2Low = 1.90821492927058770002e-10;

    internal const double PowersInOne = 1.44269504088896340736;
    internal const double Most = 709.782712893383973096;
    internal const double Least = -745.133219101941108420;

    /// <summary>The even terms of the series from the fourth on.</summary>
    internal static ReadOnlySpan<double> Even =>
        [1.0 / 24.0, 1.0 / 720.0, 1.0 / 40320.0, 1.0 / 3628800.0, 1.0 / 479001600.0, 1.0 / 87178291200.0];

    /// <summary>The odd terms of the series from the third on.</summary>
    internal static ReadOnlySpan<double> Odd =>
        [1.0 / 6.0, 1.0 / 120.0, 1.0 / 5040.0, 1.0 / 362880.0, 1.0 / 39916800.0, 1.0 / 6227020800.0];

    /// <summary>exp(x); 0 below about -745, infinite above about 709.</summary>
    public static double Exp(double x) => Of(x, 0.0);

    /// <summary>1 - exp(-x), without losing the digits of a small x.</summary>
    public static double OneMinusExp(double x)
    {
        // Beyond these the one or the other is too small to be seen.
        if (!(x <= 40.0))
        {
            return double.IsNaN(x) ? x : 1.0;
        }

        if (x < -40.0)
        {
            return -Exp(-x);
        }

        var (power, rest, lost) = Reduced(-x, 0.0);
        var more = SeriesAfterFirst(rest, lost);
        if (power == 0)
        {
            return 0.0 - (rest + more);
        }

        var (sum, error) = Exact.Sum(1.0, rest);
        var remainder = Exact.TimesPowerOfTwo(sum, power);
        var (whole, wholeError) = remainder > 1.0 ? Exact.Sum(-remainder, 1.0) : Exact.Sum(1.0, -remainder);
        return whole + (wholeError - Exact.TimesPowerOfTwo(error + more, power));
    }

    /// <summary>1 - (1 - x)^power, for x from 0 to 1; not a number for x above 1.</summary>
    /// <remarks>Shares of all that there is add up to 1 but for rounding, which must not leave anything behind: what is a rounding from 1
    /// counts as 1.</remarks>
    public static double OneMinusPower(double x, double power)
    {
        const double Rounding = 1e-12;
        return x > 1.0 + Rounding ? double.NaN
            : x >= 1.0 - Rounding ? 1.0
            : OneMinusExp(-power * Logarithm.OfOnePlus(-x));
    }

    /// <summary>exp(x + low), low being too small to change x.</summary>
    internal static double Of(double x, double low)
    {
        if (!(x <= Most && x >= Least))
        {
            return double.IsNaN(x) ? x : x > 0.0 ? double.PositiveInfinity : 0.0;
        }

        var (power, rest, lost) = Reduced(x, low);
        var (sum, error) = Exact.Sum(1.0, rest);
        return Exact.TimesPowerOfTwo(sum + (error + SeriesAfterFirst(rest, lost)), power);
    }

    /// <summary>x + low as a multiple of ln 2 and a rest of at most half of it, in two parts.</summary>
    private static (int Power, double X, double Lost) Reduced(double x, double low)
    {
        var power = Math.Round(x * PowersInOne);
        var high = x - (power * Ln2High);
        var less = (power * Ln2Low) - low;
        var rest = high - less;
        return ((int)power, rest, high - rest - less);
    }

    /// <summary>exp(x + lost) - 1 - x, for x up to ln(2)/2 and next to nothing lost: terms enough for the last bit.</summary>
    private static double SeriesAfterFirst(double x, double lost)
    {
        // In the order of their size, so that only the first of them is rounded where it could be seen.
        var square = x * x;
        var even = Even[0] + (square * (Even[1] + (square * (Even[2] + (square * (Even[3] + (square * (Even[4] + (square * Even[5])))))))));
        var odd = Odd[0] + (square * (Odd[1] + (square * (Odd[2] + (square * (Odd[3] + (square * (Odd[4] + (square * Odd[5])))))))));
        return (0.5 * square) + ((square * ((x * odd) + (square * even))) + (lost + (lost * x)));
    }
}
