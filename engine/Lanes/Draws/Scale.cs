namespace SystemSim.Lanes;

/// <summary>A scale on which a number has no ends: where a curve of normal scores is written down.</summary>
/// <param name="Least">What the number is always above; minus infinity for nothing.</param>
/// <param name="Most">What the number is always below; infinity for nothing.</param>
public readonly record struct Scale(double Least, double Most)
{
    /// <summary>Every number.</summary>
    public static Scale Open { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    /// <summary>Where a number stands on the scale: itself, its logarithm from the one end it has, or the logarithm of its odds between
    /// two.</summary>
    /// <param name="number">Between the ends.</param>
    public double To(double number) => (double.IsFinite(Least), double.IsFinite(Most)) switch
    {
        (true, true) => Logarithm.Of((number - Least) / (Most - number)),
        (true, false) => Logarithm.Of(number - Least),
        (false, true) => -Logarithm.Of(Most - number),
        _ => number,
    };

    /// <summary>The number at a place of the scale.</summary>
    public double From(double place) => (double.IsFinite(Least), double.IsFinite(Most)) switch
    {
        (true, true) when place > 0.0 => Most - ((Most - Least) * Odds(-place)),
        (true, true) => Least + ((Most - Least) * Odds(place)),
        (true, false) => Least + Exponential.Exp(place),
        (false, true) => Most - Exponential.Exp(-place),
        _ => place,
    };

    /// <summary>A probability from its logarithmic odds, of at most even ones.</summary>
    private static double Odds(double place)
    {
        var odds = Exponential.Exp(place);
        return odds / (1.0 + odds);
    }
}
