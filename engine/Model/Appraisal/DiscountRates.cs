using System.Collections.Immutable;

namespace SystemSim.Model;

/// <summary>Discount rates by year of discounting, counted from the start of the run.</summary>
/// <param name="Segments">In rising order of year, the first from year 1; a rate holds until the next segment.</param>
public sealed record DiscountRates(ImmutableArray<DiscountSegment> Segments)
{
    /// <summary>The rate of a year of discounting, from 1.</summary>
    public double In(int year)
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
