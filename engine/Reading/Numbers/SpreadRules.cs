using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>Whether a spread can have the shape that is stated.</summary>
internal static class SpreadRules
{
    /// <summary>Reports a spread that no distribution of its shape has.</summary>
    public static void Check(Quantity quantity, NumberBlock number, Field here, Problems problems)
    {
        if (quantity.Spread is not { } spread || Wrong(quantity, spread) is not { } wrong)
        {
            return;
        }

        var at = number.Shape is null ? number.Centre.At.At : here.Below("shape");
        problems.Add(Codes.SpreadShape, at, $"{here.Path} cannot be drawn: {wrong}.", "choose another shape, or another range.");
    }

    private static string? Wrong(Quantity quantity, Spread spread)
    {
        var value = quantity.Value;
        if (spread is { Low: { } low, High: { } high })
        {
            var isInside = low < value && value < high;
            return spread.Shape switch
            {
                _ when low == high => null,
                "lognormal" when low <= 0.0 => "a log-normal number is above 0",
                "logitnormal" when low <= 0.0 || high >= 1.0 => "a logit-normal number is above 0 and below 1",
                "beta" when low < 0.0 || high > 1.0 => "a beta number is from 0 to 1",
                "gamma" when low < 0.0 => "a gamma number is not negative",
                "normal" or "lognormal" or "logitnormal" or "beta" or "gamma" when !isInside =>
                    $"the value of a {spread.Shape} number is above its low and below its high, which hold it with a chance of less than 100%",
                _ => null,
            };
        }

        if (spread.StandardDeviation is { } deviation)
        {
            return (spread.Shape ?? (quantity.Limits is { Least: 0.0, Most: 1.0 } ? "beta" : "")) switch
            {
                "beta" when value <= 0.0 || value >= 1.0 || deviation * deviation >= value * (1.0 - value) =>
                    "a beta number with this mean has a smaller standard deviation, and a mean above 0 and below 1",
                "logitnormal" => "a logit-normal number has low and high",
                "lognormal" or "gamma" when value <= 0.0 => "its mean is above 0",
                _ => null,
            };
        }

        return null;
    }
}
