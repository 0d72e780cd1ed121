namespace SystemSim.Lanes;

/// <summary>
/// Powers of any number, from additions, multiplications, divisions and fused multiply-adds alone: the same bits everywhere.
/// </summary>
public static class Power
{
    // Every whole number from here on is even.
    private const double AllEven = 9007199254740992.0;

    /// <summary>x to the power of y, within 0.8 units in the last place; at the ends of its range as IEEE 754 has it.</summary>
    public static double Of(double x, double y)
    {
        if (x == 1.0 || y == 0.0)
        {
            return 1.0;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var size = Math.Abs(x);
        if (size == 0.0 || !double.IsFinite(x) || !double.IsFinite(y))
        {
            return AtAnEnd(x, y, size);
        }

        if (x < 0.0 && Math.Floor(y) != y)
        {
            return double.NaN;
        }

        var (log, logRest) = Logarithm.InTwoParts(size);
        var (exponent, exponentRest) = Exact.Product(y, log);
        var power = double.IsFinite(exponent) ? Exponential.Of(exponent, exponentRest + (y * logRest)) : Exponential.Of(exponent, 0.0);
        return x < 0.0 && IsOdd(y) ? -power : power;
    }

    private static double AtAnEnd(double x, double y, double size)
    {
        // What lies between 0 and 1 falls with its power, what lies above 1 grows; -1 stays.
        var end = size == 1.0 ? 1.0 : size > 1.0 == y > 0.0 ? double.PositiveInfinity : 0.0;
        return double.IsNegative(x) && IsOdd(y) ? -end : end;
    }

    private static bool IsOdd(double y) => Math.Abs(y) < AllEven && Math.Floor(y / 2.0) * 2.0 != y && Math.Floor(y) == y;
}
