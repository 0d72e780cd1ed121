namespace SystemSim.Lanes;

/// <summary>Arithmetic without error: what a rounded result leaves over is a number too.</summary>
/// <remarks><b>Source.</b> Dekker, "A floating-point technique for extending the available precision" (1971).</remarks>
internal static class Exact
{
    internal const int Bias = 1023;
    internal const int FractionBits = 52;

    // A power of two that takes the least numbers there are to normal ones.
    internal const int Lift = 600;

    /// <summary>a + b and what that sum leaves over, for a at least as large as b.</summary>
    public static (double Sum, double Left) Sum(double a, double b)
    {
        var sum = a + b;
        return (sum, a - sum + b);
    }

    /// <summary>a b and what that product leaves over.</summary>
    public static (double Product, double Left) Product(double a, double b)
    {
        var product = a * b;
        return (product, Math.FusedMultiplyAdd(a, b, -product));
    }

    /// <summary>x times a power of two from -1600 to 2046, rounded where it leaves the normal numbers alone.</summary>
    public static double TimesPowerOfTwo(double x, int power) =>
        power > Bias ? x * PowerOfTwo(Bias) * PowerOfTwo(power - Bias)
        : power <= -Bias ? x * PowerOfTwo(power + Lift) * PowerOfTwo(-Lift)
        : x * PowerOfTwo(power);

    /// <summary>x = 2^power (1 + f) with 1 + f between the roots of 1/2 and 2, for a positive and finite x.</summary>
    public static (int Power, double F) Parts(double x)
    {
        // The bits of the root of 1/2: above it by what power of two.
        const long Low = 0x3FE6A09E667F3BCD;
        var below = x < 2.2250738585072014e-308 ? FractionBits + 2 : 0;
        var bits = BitConverter.DoubleToInt64Bits(below > 0 ? x * PowerOfTwo(below) : x);
        var power = (int)((bits - Low) >> FractionBits);
        return (power - below, BitConverter.Int64BitsToDouble(bits - ((long)power << FractionBits)) - 1.0);
    }

    /// <summary>2 to a power that is a normal number.</summary>
    internal static double PowerOfTwo(int power) => BitConverter.Int64BitsToDouble((long)(power + Bias) << FractionBits);
}
