namespace SystemSim.Kernel;

/// <summary>Exponential and logarithm from additions, multiplications and divisions alone.</summary>
/// <remarks>
/// The run-time library's own differ in the last bit between operating systems; these give the same bits everywhere. Both are within
/// a few units in the last place, which the tests hold against published values.
/// </remarks>
internal static class Exponential
{
    private const double Ln2High = 0.693147180369123816490;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Ln2 = 0.693147180559945309417;
    private const double SquareRootHalf = 0.70710678118654752440;

    // Terms enough for the last bit on the reduced ranges below: |x| up to ln(2)/2, and |s| up to 0.172.
    private const int ExpTerms = 16;
    private const int LogTerms = 12;

    /// <summary>exp(x); 0 below about -745, infinite above about 709.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > 709.78)
        {
            return double.PositiveInfinity;
        }

        if (x < -745.2)
        {
            return 0.0;
        }

        var (power, rest) = Reduce(x);
        return Scale(1.0 + ExpMinusOne(rest), power);
    }

    /// <summary>1 - exp(-x).</summary>
    public static double LeavingByRate(double x)
    {
        if (double.IsNaN(x))
        {
            return x;
        }

        if (x > 40.0)
        {
            return 1.0;
        }

        var (power, rest) = Reduce(-x);
        var small = ExpMinusOne(rest);
        return power == 0 ? -small : 1.0 - Scale(1.0 + small, power);
    }

    /// <summary>1 - (1 - chance)^power, for a chance from 0 to 1; not a number for a chance above 1.</summary>
    /// <remarks>Counts of people who all leave add up to 1 but for rounding, which must not leave anybody behind.</remarks>
    public static double LeavingByChance(double chance, double power)
    {
        const double Rounding = 1e-12;
        return chance > 1.0 + Rounding ? double.NaN
            : chance >= 1.0 - Rounding ? 1.0
            : LeavingByRate(-power * LogOnePlus(-chance));
    }

    /// <summary>log(x), for x above 0.</summary>
    public static double Log(double x)
    {
        var power = Math.ILogB(x);
        var mantissa = Scale(x, -power);
        if (mantissa > 2.0 * SquareRootHalf)
        {
            power++;
            mantissa *= 0.5;
        }

        return (power * Ln2High) + (LogSeries(mantissa - 1.0, 0.0) + (power * Ln2Low));
    }

    /// <summary>log(1 + x), for x above -1.</summary>
    public static double LogOnePlus(double x)
    {
        if (Math.Abs(x) < 0.25)
        {
            return LogSeries(x, 0.0);
        }

        // 1 + x = 2^power * (1 + f), with 1 + f between sqrt(1/2) and sqrt(2).
        var sum = 1.0 + x;
        var lost = sum >= 2.0 ? 1.0 - (sum - x) : x - (sum - 1.0);
        var power = Math.ILogB(sum);
        var mantissa = Scale(sum, -power);
        if (mantissa > 2.0 * SquareRootHalf)
        {
            power++;
            mantissa *= 0.5;
        }

        return (power * Ln2High) + (LogSeries(mantissa - 1.0, lost / sum) + (power * Ln2Low));
    }

    private static (int Power, double Remainder) Reduce(double x)
    {
        var power = (int)Math.Round(x / Ln2, MidpointRounding.ToEven);
        return (power, x - (power * Ln2High) - (power * Ln2Low));
    }

    /// <summary>exp(x) - 1 by its series, for small x, smallest terms first.</summary>
    private static double ExpMinusOne(double x)
    {
        var sum = 0.0;
        for (var term = ExpTerms; term >= 2; term--)
        {
            sum = (1.0 + sum) * x / term;
        }

        return x + (x * sum);
    }

    /// <summary>log(1 + f) by the series of the inverse hyperbolic tangent of s = f/(2 + f), for small f, smallest terms first.</summary>
    private static double LogSeries(double f, double correction)
    {
        var s = f / (2.0 + f);
        var square = s * s;
        var sum = 0.0;
        for (var term = LogTerms; term >= 1; term--)
        {
            sum = (sum + (1.0 / ((2 * term) + 1))) * square;
        }

        // 2 s = f - s f keeps the leading term exact for small f.
        return f - (s * (f - (2.0 * sum))) + correction;
    }

    private static double Scale(double x, int power) => Math.ScaleB(x, power);
}
