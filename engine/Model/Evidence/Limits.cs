namespace SystemSim.Model;

/// <summary>What a number of some kind can be, in base units: a share is from 0 to 1, a rate is not negative.</summary>
/// <param name="Least">Smallest value; minus infinity for none.</param>
/// <param name="AboveLeast">Whether the smallest value itself is too small.</param>
/// <param name="Most">Largest value; infinity for none.</param>
public readonly record struct Limits(double Least, bool AboveLeast, double Most)
{
    /// <summary>Any number.</summary>
    public static Limits None { get; } = new(double.NegativeInfinity, false, double.PositiveInfinity);

    /// <summary>The limits of the negative of such a number.</summary>
    public Limits Negated => new(-Most, false, -Least);

    /// <summary>The limits of 1 less such a number.</summary>
    public Limits Complement => new(1.0 - Most, false, 1.0 - Least);
}
