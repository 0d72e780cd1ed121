using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What a later pound is worth.</summary>
public static class DiscountFactor
{
    /// <summary>The factor that a pound so many years after the start is multiplied by.</summary>
    /// <param name="rates">The rates.</param>
    /// <param name="years">Time since the start, in years; not negative.</param>
    /// <returns>1 at the start. Rates of whole years are multiplied up; a part of a year takes that part of its rate as a power.</returns>
    public static double FactorAfter(this DiscountRates rates, double years)
    {
        var whole = (int)Math.Floor(years);
        var factor = 1.0;
        for (var year = 1; year <= whole; year++)
        {
            factor /= 1.0 + rates.In(year);
        }

        var part = years - whole;
        return part > 0.0 ? factor * Power.Of(1.0 + rates.In(whole + 1), -part) : factor;
    }
}
