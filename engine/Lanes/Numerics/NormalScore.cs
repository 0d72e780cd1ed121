namespace SystemSim.Lanes;

/// <summary>
/// The normal distribution, from additions, multiplications, divisions and roots alone, so that every machine gives the same bits.
/// </summary>
public static class NormalScore
{
    private const double Centre = 0.425;
    private const double CentreSquared = 0.180625;
    private const double TailCentre = 5.0;
    private const double FarTail = 1.6;
    private const double RootOfTwoPi = 2.50662827463100050242;
    private const double SeriesUpTo = 3.0;
    private const int FractionTerms = 120;

    /// <summary>The number that a standard normal stays below with some probability.</summary>
    /// <remarks><b>Source.</b> Wichura, "Algorithm AS 241" (1988): about 16 digits from 1e-300 up.</remarks>
    /// <param name="probability">Above 0 and below 1.</param>
    public static double Of(double probability)
    {
        var q = probability - 0.5;
        if (Math.Abs(q) <= Centre)
        {
            var r = CentreSquared - (q * q);
            return q * Polynomial.At(CentreAbove, r) / Polynomial.At(CentreBelow, r);
        }

        var tail = Math.Sqrt(-Logarithm.Of(q < 0.0 ? probability : 1.0 - probability));
        var score = tail <= TailCentre
            ? Polynomial.At(TailAbove, tail - FarTail) / Polynomial.At(TailBelow, tail - FarTail)
            : Polynomial.At(FarAbove, tail - TailCentre) / Polynomial.At(FarBelow, tail - TailCentre);
        return q < 0.0 ? -score : score;
    }

    /// <summary>The probability with which a standard normal stays below a number.</summary>
    public static double Probability(double score)
    {
        var size = Math.Abs(score);
        if (size < SeriesUpTo)
        {
            // Marsaglia's series about the middle.
            var (sum, term) = (score, score);
            for (var odd = 3.0; sum + term != sum || odd < 5.0; odd += 2.0)
            {
                term *= score * score / odd;
                sum += term;
            }

            return 0.5 + (sum * Density(score));
        }

        // Laplace's continued fraction of the tail, from its far end.
        var fraction = size;
        for (var term = FractionTerms; term >= 1; term--)
        {
            fraction = size + (term / fraction);
        }

        var below = Density(size) / fraction;
        return score < 0.0 ? below : 1.0 - below;
    }

    /// <summary>The density of a standard normal.</summary>
    public static double Density(double score) => Exponential.Exp(-0.5 * score * score) / RootOfTwoPi;

    private static ReadOnlySpan<double> CentreAbove =>
    [
        3.3871328727963666080, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
        45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
    ];

    private static ReadOnlySpan<double> CentreBelow =>
    [
        1.0, 42.313330701600911252, 687.18700749205790830, 5394.1960214247511077,
        21213.794301586595867, 39307.895800092710610, 28729.085735721942674, 5226.4952788528545610,
    ];

    private static ReadOnlySpan<double> TailAbove =>
    [
        1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
        1.27045825245236838258, 0.241780725177450611770, 0.0227238449892691845833, 7.74545014278341407640e-4,
    ];

    private static ReadOnlySpan<double> TailBelow =>
    [
        1.0, 2.05319162663775882187, 1.67638483018380384940, 0.689767334985100004550,
        0.148103976427480074590, 0.0151986665636164571966, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ];

    private static ReadOnlySpan<double> FarAbove =>
    [
        6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 0.296560571828504891230,
        0.0265321895265761230930, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ];

    private static ReadOnlySpan<double> FarBelow =>
    [
        1.0, 0.599832206555887937690, 0.136929880922735805310, 0.0148753612908506148525,
        7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ];
}
