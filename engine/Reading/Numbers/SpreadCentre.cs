using SystemSim.Model;

namespace SystemSim.Reading;

/// <summary>The central value of a number that states its spread alone.</summary>
internal static class SpreadCentre
{
    /// <summary>The mean of what was counted or seen; otherwise the middle of the range, on the scale on which it is drawn.</summary>
    /// <param name="spread">Its spread.</param>
    /// <param name="limits">What numbers of its kind can be.</param>
    public static double Of(Spread spread, Limits limits)
    {
        if (spread is { Events: { } events, Of: { } of })
        {
            return events / of;
        }

        if (!spread.Values.IsEmpty)
        {
            var weights = spread.Weights.IsEmpty ? [.. spread.Values.Select(_ => 1.0)] : spread.Weights;
            return spread.Values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();
        }

        var (low, high) = (spread.Low!.Value, spread.High!.Value);
        var (hasLeast, hasMost) = spread.Shape switch
        {
            null => (double.IsFinite(limits.Least) && low > limits.Least, double.IsFinite(limits.Most) && high < limits.Most),
            "lognormal" or "logitnormal" => (true, spread.Shape == "logitnormal"),
            _ => (false, false),
        };
        var (least, most) = spread.Shape is null ? (limits.Least, limits.Most) : (0.0, 1.0);
        return (hasLeast, hasMost) switch
        {
            (true, true) => Between(Math.Sqrt((low - least) / (most - low) * ((high - least) / (most - high)))),
            (true, false) when spread.Shape is not null || !double.IsFinite(limits.Most) => least
                + Math.Sqrt((low - least) * (high - least)),
            (false, true) when !double.IsFinite(limits.Least) => most - Math.Sqrt((most - low) * (most - high)),
            _ => (low + high) / 2.0,
        };

        double Between(double odds) => least + ((most - least) * (odds / (1.0 + odds)));
    }
}
