namespace SystemSim.ModuleTests;

/// <summary>Numbers on which a product and a sum that is not rounded once, and only once, goes wrong.</summary>
internal sealed class HostileTriples(int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Two factors and what is added to their product.</summary>
    public (double A, double B, double C) Next()
    {
        var (a, b) = random.Next(8) switch
        {
            0 => (AnyBits(), AnyBits()),
            1 => (Scaled(-1074, 1023), Scaled(-1074, 1023)),
            2 => ProductNear(-1022),
            3 => ProductNear(1023),
            4 => ProductNear(-900),
            5 => (FewBits(), FewBits()),
            _ => (Scaled(-30, 30), Scaled(-30, 30)),
        };
        var product = a * b;
        var c = random.Next(10) switch
        {
            0 => AnyBits(),
            1 => random.Next(2) == 0 ? 0.0 : -0.0,

            // The product all but cancels.
            2 => -product,
            3 => -Beside(product),

            // The product, or what it leaves over, lies half way between two numbers, or next to that.
            4 => product * Power(random.Next(48, 58)),
            5 => Math.FusedMultiplyAdd(a, b, -product) * Power(random.Next(48, 58)),
            6 => product * Power(-random.Next(48, 58)),
            7 => -Beside(product) * Power(random.Next(-3, 4)),
            8 => Scaled(-1074, 1023),
            _ => product * (random.NextDouble() - 0.5),
        };
        return (a, b, c);
    }

    private (double A, double B) ProductNear(int exponent)
    {
        var first = random.Next(-500, 500);
        return (Scaled(first, first), Scaled(exponent - first - 60, exponent - first + 60));
    }

    private double Scaled(int least, int most) =>
        Math.ScaleB((1.0 + random.NextDouble()) * (random.Next(2) == 0 ? 1.0 : -1.0), random.Next(least, most + 1));

    /// <summary>Halves and sums of few powers, whose products come to lie half way.</summary>
    private double FewBits() => Math.ScaleB(1.0 + Power(-random.Next(1, 53)) - (random.Next(2) * Power(-52)), random.Next(-40, 40));

    private double Beside(double number) => random.Next(2) == 0 ? double.BitIncrement(number) : double.BitDecrement(number);

    private double AnyBits() => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));

    private static double Power(int exponent) => Math.ScaleB(1.0, exponent);
}
