namespace SystemSim.Model;

/// <summary>What a number of some kind can be, in base units: a share is from 0 to 1, a rate is not negative.</summary>
/// <param name="Least">Smallest value; minus infinity for none.</param>
/// <param name="AboveLeast">Whether the smallest value itself is too small.</param>
/// <param name="Most">Largest value; infinity for none.</param>
public readonly record struct Limits(double Least, bool AboveLeast, double Most)
{
    /// <summary>Any number.</summary>
    public static Limits None { get; } = new(double.NegativeInfinity, false, double.PositiveInfinity);
}
