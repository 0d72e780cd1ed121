using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>Discount rates by year of discounting, counted from the start of the run.</summary>
/// <param name="Segments">In rising order of year, the first from year 1; a rate holds until the next segment.</param>
public sealed record DiscountRates(ImmutableArray<DiscountSegment> Segments)
{
    /// <summary>The factor that a pound so many years after the start is multiplied by.</summary>
    /// <param name="years">Time since the start, in years; not negative.</param>
    /// <returns>1 at the start. Rates of whole years are multiplied up; a part of a year takes that part of its rate as a power.</returns>
    public double FactorAfter(double years)
    {
        var whole = (int)Math.Floor(years);
        var factor = 1.0;
        for (var year = 1; year <= whole; year++)
        {
            factor /= 1.0 + RateIn(year);
        }

        var part = years - whole;
        return part > 0.0 ? factor * Math.Pow(1.0 + RateIn(whole + 1), -part) : factor;
    }

    private double RateIn(int year)
    {
        var latest = Segments[0];
        foreach (var segment in Segments)
        {
            if (segment.FromYear <= year)
            {
                latest = segment;
            }
        }

        return latest.Rate.Value;
    }
}
