using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>A value for every financial year: an income, a stated capacity, a chance that changes.</summary>
/// <remarks>
/// <para><b>Meaning.</b> A year takes the latest point that is not after it. After the last point the value grows by
/// <see cref="Growth"/> a year, compounded, or in proportion to <see cref="Index"/>; without either it stays.</para>
/// <para><b>Shape.</b> Points in rising order of year, at least one, the first not after the horizon's first year.</para>
/// </remarks>
public sealed record YearlyPath
{
    /// <summary>The stated values, in rising order of year.</summary>
    public required ImmutableArray<PathPoint> Points { get; init; }

    /// <summary>Growth a year after the last point, as a share (0.03 is 3%); null when nothing is stated.</summary>
    public Quantity? Growth { get; init; }

    /// <summary>Price index followed after the last point; null when nothing is stated. Never beside <see cref="Growth"/>.</summary>
    public IndexId? Index { get; init; }

    /// <summary>What growth makes of 1 in so many years: one year after the other, as a run multiplies it up.</summary>
    /// <param name="growth">Growth a year, as a share.</param>
    /// <param name="years">Whole years; not negative.</param>
    public static double Compounded(double growth, int years)
    {
        var grown = 1.0;
        for (var year = 0; year < years; year++)
        {
            grown *= 1.0 + growth;
        }

        return grown;
    }

    /// <summary>A path that has one value in every year.</summary>
    /// <param name="from">The horizon's first year.</param>
    /// <param name="value">The value.</param>
    public static YearlyPath Constant(FinancialYear from, Quantity value) => new() { Points = [new PathPoint(from, value)] };
}
