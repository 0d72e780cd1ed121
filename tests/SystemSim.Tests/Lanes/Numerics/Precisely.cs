using System.Numerics;

namespace SystemSim.Tests;

/// <summary>
/// Numbers with 320 bits after the point: exponentials and logarithms far beyond the last bit of a double, from their series alone.
/// </summary>
internal static class Precisely
{
    private const int Bits = 320;

    // Squarings that undo the halvings of what the series takes.
    private const int Halvings = 12;

    private const int FractionBits = 52;
    private const int LeastPower = -1074;

    private static readonly BigInteger One = BigInteger.One << Bits;
    private static readonly BigInteger Ln2 = LnOfTwo();

    /// <summary>A double, exactly where none of its bits are beyond the last.</summary>
    public static BigInteger Of(double x)
    {
        var (mantissa, power) = Taken(x);
        return Shifted(mantissa, power + Bits);
    }

    /// <summary>exp(x) as m 2^power.</summary>
    public static (BigInteger M, int Power) Exp(BigInteger x)
    {
        var power = (int)BigInteger.Divide(x, Ln2);
        var rest = (x - (power * Ln2)) >> Halvings;
        var (sum, term) = (One, One);
        for (var n = 1; n < Bits / Halvings * 2; n++)
        {
            term = Times(term, rest) / n;
            sum += term;
        }

        for (var squaring = 0; squaring < Halvings; squaring++)
        {
            sum = Times(sum, sum);
        }

        return (sum, power);
    }

    /// <summary>exp(x) of a number that leaves enough bits.</summary>
    public static BigInteger ExpOfSmall(BigInteger x)
    {
        var (m, power) = Exp(x);
        return Shifted(m, power);
    }

    /// <summary>log(x): a double's guess, and the series of what it misses.</summary>
    public static BigInteger Log(BigInteger x)
    {
        var power = (int)x.GetBitLength() - 1 - Bits;
        var m = Shifted(x, -power);
        var guess = Of(Math.Log((double)m / (double)One));
        var missed = Times(m, ExpOfSmall(-guess)) - One;
        var (sum, term) = (BigInteger.Zero, missed);
        for (var n = 1; n < 12; n++)
        {
            sum += (n % 2 == 1 ? term : -term) / n;
            term = Times(term, missed);
        }

        return guess + sum + (power * Ln2);
    }

    /// <summary>x times y.</summary>
    public static BigInteger Times(BigInteger x, BigInteger y) => (x * y) >> Bits;

    /// <summary>How far a double is from m 2^power, in units of the last place of a double there.</summary>
    public static double LastPlaces(double found, BigInteger m, int power = 0)
    {
        var lastPlace = Math.Max((int)BigInteger.Abs(m).GetBitLength() - 1 + power - Bits - FractionBits, LeastPower);
        var (mantissa, foundPower) = Taken(found);
        var least = Math.Min(foundPower, power - Bits);
        var missed = Shifted(mantissa, foundPower - least) - Shifted(m, power - Bits - least);

        // A double holds what is missed once most of the bits below a last place are gone.
        var kept = Math.Max(least, lastPlace - FractionBits);
        return Math.ScaleB((double)Shifted(missed, least - kept), kept - lastPlace);
    }

    private static (BigInteger Mantissa, int Power) Taken(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> FractionBits) & 0x7FF);
        var fraction = bits & 0xFFFFFFFFFFFFF;
        var mantissa = exponent == 0 ? fraction : fraction | (1L << FractionBits);
        return (bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1023 - FractionBits);
    }

    private static BigInteger Shifted(BigInteger x, int bits) => bits >= 0 ? x << bits : x >> -bits;

    /// <summary>Twice the inverse hyperbolic tangent of a third.</summary>
    private static BigInteger LnOfTwo()
    {
        const int Spare = 32;
        var (sum, term) = (BigInteger.Zero, (One << Spare) / 3);
        for (var n = 1; !term.IsZero; n += 2)
        {
            sum += term / n;
            term /= 9;
        }

        return (2 * sum) >> Spare;
    }
}
