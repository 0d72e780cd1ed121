namespace SystemSim.Lanes;

/// <summary>The logarithm of the gamma function.</summary>
/// <remarks><b>Source.</b> Abramowitz and Stegun, "Handbook of mathematical functions" (1964), 6.1.33, 6.1.41 and 6.1.42.</remarks>
public static class LogGamma
{
    private const double HalfLogOfTwoPi = 0.91893853320467274178;

    // From here on seven terms of Stirling's series are enough for the last bit.
    private const double Large = 10.0;

    /// <summary>log(gamma(x)), for x above 0: within a few units in the last place, also beside its zeros at 1 and 2.</summary>
    public static double Of(double x)
    {
        if (x >= Large)
        {
            return ((x - 0.5) * Logarithm.Of(x)) - x + (HalfLogOfTwoPi + StirlingSeries(x));
        }

        if (x < 0.5)
        {
            return BesideTwo(x) - Logarithm.OfOnePlus(x) - Logarithm.Of(x);
        }

        if (x < 1.5)
        {
            return BesideTwo(x - 1.0) - Logarithm.OfOnePlus(x - 1.0);
        }

        var product = 1.0;
        while (x >= 2.5)
        {
            x -= 1.0;
            product *= x;
        }

        return BesideTwo(x - 2.0) + Logarithm.Of(product);
    }

    /// <summary>What Stirling's formula lacks: log(gamma(x)) - (x - 1/2) log(x) + x - log(2 pi)/2.</summary>
    internal static double StirlingRest(double x) =>
        x >= Large ? StirlingSeries(x) : Of(x) - (((x - 0.5) * Logarithm.Of(x)) - x + HalfLogOfTwoPi);

    private static double StirlingSeries(double x)
    {
        var z = 1.0 / (x * x);
        return ((1.0 / 12.0) + (z * ((-1.0 / 360.0) + (z * ((1.0 / 1260.0) + (z * ((-1.0 / 1680.0)
            + (z * ((1.0 / 1188.0) + (z * ((-691.0 / 360360.0) + (z * (1.0 / 156.0))))))))))))) / x;
    }

    /// <summary>log(gamma(2 + z)), for z from -1/2 to 1/2.</summary>
    private static double BesideTwo(double z) => z * Polynomial.At(ZetasLessOne, z);

    /// <summary>1 less Euler's constant; then (zeta(k) - 1)/k from k = 2 on, every other one negative.</summary>
    private static ReadOnlySpan<double> ZetasLessOne =>
    [
        0.42278433509846713939, 0.32246703342411321824, -0.067352301053198095133, 0.020580808427784547879,
        -0.0073855510286739852663, 0.0028905103307415232858, -0.0011927539117032609771, 0.00050966952474304242234,
        -0.00022315475845357937976, 0.000099457512781808533715, -0.0000449262367381331417, 0.000020507212775670691553,
        -9.439488275268395904e-6, 4.3748667899074878042e-6, -2.0392157538013662368e-6, 9.5514121304074198329e-7,
        -4.4924691987645660433e-7, 2.1207184805554665869e-7, -1.0043224823968099609e-7, 4.7698101693639805658e-8,
        -2.271109460894316491e-8, 1.0838659214896954091e-8, -5.1834750419700466551e-9, 2.4836745438024783172e-9,
        -1.1921401405860912074e-9, 5.7313672416788620133e-10, -2.7595228851242331452e-10,
    ];
}
