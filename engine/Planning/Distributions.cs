using MathNet.Numerics.RootFinding;
using SystemSim.Lanes;
using SystemSim.Model;

namespace SystemSim.Planning;

/// <summary>The distribution that a quantity's spread means.</summary>
internal static class Distributions
{
    /// <summary>Chance that low to high holds a number, unless it is stated.</summary>
    public const double UsualInterval = 0.8;

    private const double PertWeight = 4.0;

    // Sizes of sample and shapes between which a stated interval is looked for, as natural logarithms.
    private const double LeastLog = -7.0;
    private const double MostLog = 23.0;
    private const double LogAccuracy = 1e-12;

    /// <summary>The distribution; null for a quantity that has one value.</summary>
    public static Distribution? Of(Quantity quantity)
    {
        var spread = quantity.Spread;
        return spread switch
        {
            null => null,
            { Values.IsEmpty: false } => OfValues(spread),
            { Events: { } events, Of: { } of } => events <= 0.0 || events >= of ? null : Beta(events, of - events, 0.0, 1.0),
            { StandardDeviation: { } deviation } => OfMoments(quantity, deviation),
            { Low: { } low, High: { } high } when low < high => OfInterval(quantity, spread, low, high),
            _ => null,
        };
    }

    /// <summary>A gamma distribution of scale 1: what a Dirichlet distribution shares out.</summary>
    public static QuantileCurve Gamma(double shape) => QuantileTables.Gamma(shape, 1.0);

    private static Distribution OfValues(Spread spread)
    {
        var values = spread.Values;
        if (spread.Shape == "empirical")
        {
            return new Distribution(new SampleCurve(values.Sort()));
        }

        var weights = spread.Weights.IsEmpty ? [.. values.Select(_ => 1.0)] : spread.Weights;
        var total = weights.Sum();
        var mean = values.Zip(weights, (value, weight) => value * weight).Sum() / total;
        var variance = values.Zip(weights, (value, weight) => (value - mean) * (value - mean) * weight).Sum() / total;
        var ordered = values.Zip(weights).OrderBy(entry => entry.First).ToArray();
        var upTo = ordered.Select((_, row) => ordered[..(row + 1)].Sum(entry => entry.Second) / total);
        return new Distribution(new DiscreteCurve([.. ordered.Select(entry => entry.First)], [.. upTo]), mean, Math.Sqrt(variance));
    }

    private static Distribution OfMoments(Quantity quantity, double deviation)
    {
        var (mean, limits) = (quantity.Value, quantity.Limits);
        var hasBoth = double.IsFinite(limits.Least) && double.IsFinite(limits.Most);
        switch (quantity.Spread!.Shape)
        {
            case "normal":
                return Normal(Scale.Open, mean, deviation);
            case "lognormal":
                return LogNormal(new Scale(0.0, double.PositiveInfinity), mean, deviation, mean);
            case "gamma":
                return Gamma(mean * mean / (deviation * deviation), deviation * deviation / mean);
            case "beta":
            case null when hasBoth:
                var (least, width) = hasBoth ? (limits.Least, limits.Most - limits.Least) : (0.0, 1.0);
                var share = (mean - least) / width;
                var sample = (share * (1.0 - share) / (deviation / width * (deviation / width))) - 1.0;
                return Beta(share * sample, (1.0 - share) * sample, least, least + width);
            case null when double.IsFinite(limits.Least) && mean > limits.Least:
                return LogNormal(new Scale(limits.Least, double.PositiveInfinity), mean - limits.Least, deviation, mean);
            case null when double.IsFinite(limits.Most) && mean < limits.Most:
                return LogNormal(new Scale(double.NegativeInfinity, limits.Most), limits.Most - mean, deviation, mean);
            default:
                return Normal(Scale.Open, mean, deviation);
        }
    }

    private static Distribution OfInterval(Quantity quantity, Spread spread, double low, double high)
    {
        var value = quantity.Value;
        var interval = spread.Interval ?? UsualInterval;
        switch (spread.Shape)
        {
            case "uniform":
                var half = (high - low) / 2.0 / (spread.Interval ?? 1.0);
                var middle = (low + high) / 2.0;
                return new Distribution(
                    spread.Interval is null ? new UniformCurve(low, high) : new UniformCurve(middle - half, middle + half),
                    middle,
                    half / Math.Sqrt(3.0)
                );
            case "triangular":
                return new Distribution(
                    new TriangularCurve(low, value, high),
                    (low + value + high) / 3.0,
                    Math.Sqrt(((low * low) + (value * value) + (high * high) - (low * value) - (low * high) - (value * high)) / 18.0));
            case "pert":
                return Pert(low, value, high);
            case "beta":
                var sample = Exponential.Exp(Solved(log => BetaBetween(value, Exponential.Exp(log), low, high) - interval));
                return Beta(value * sample, (1.0 - value) * sample, 0.0, 1.0);
            case "gamma":
                var shape = Exponential.Exp(Solved(log => GammaBetween(Exponential.Exp(log), low / value, high / value) - interval));
                return Gamma(shape, value / shape);
            case "normal":
                return SplitNormal(Scale.Open, low, value, high, interval);
            case "lognormal":
                return SplitNormal(new Scale(0.0, double.PositiveInfinity), low, value, high, interval);
            case "logitnormal":
                return SplitNormal(new Scale(0.0, 1.0), low, value, high, interval);
            default:
                var limits = quantity.Limits;
                var isInside = limits.Least < low && low < value && value < high && high < limits.Most;
                return isInside ? SplitNormal(new Scale(limits.Least, limits.Most), low, value, high, interval) : Pert(low, value, high);
        }
    }

    private static Distribution Normal(Scale scale, double mean, double deviation) =>
        new(new NormalCurve(scale, mean, deviation, deviation), mean, deviation);

    /// <summary>Log-normal from the end of a scale.</summary>
    /// <param name="scale">The scale; it has one end.</param>
    /// <param name="distance">Mean distance from the end.</param>
    /// <param name="deviation">Standard deviation.</param>
    /// <param name="mean">The mean.</param>
    private static Distribution LogNormal(Scale scale, double distance, double deviation, double mean)
    {
        var variance = Logarithm.Of(1.0 + (deviation / distance * (deviation / distance)));
        var median = Logarithm.Of(distance) - (variance / 2.0);
        var width = Math.Sqrt(variance);
        return new Distribution(new NormalCurve(scale, double.IsFinite(scale.Least) ? median : -median, width, width), mean, deviation);
    }

    /// <summary>A normal distribution on a scale whose median is the value, and whose interval is that stated.</summary>
    private static Distribution SplitNormal(Scale scale, double low, double value, double high, double interval)
    {
        var score = NormalScore.Of(0.5 + (interval / 2.0));
        var median = scale.To(value);
        var (below, above) = ((median - scale.To(low)) / score, (scale.To(high) - median) / score);
        var curve = new NormalCurve(scale, median, below, above);
        if (scale != Scale.Open)
        {
            return new Distribution(curve);
        }

        // Two halves of normal distributions, joined at the median.
        var mean = median + ((above - below) / Math.Sqrt(2.0 * Math.PI));
        var variance = (((below * below) + (above * above)) / 2.0) - ((mean - median) * (mean - median));
        return new Distribution(curve, mean, Math.Sqrt(variance));
    }

    private static Distribution Pert(double low, double value, double high)
    {
        var width = high - low;
        return Beta(1.0 + (PertWeight * (value - low) / width), 1.0 + (PertWeight * (high - value) / width), low, high);
    }

    private static Distribution Beta(double a, double b, double least, double most)
    {
        var (sum, width) = (a + b, most - least);
        return new Distribution(
            QuantileTables.Beta(a, b, least, most), least + (width * a / sum), width * Math.Sqrt(a * b / (sum + 1.0)) / sum);
    }

    private static Distribution Gamma(double shape, double scale) =>
        new(QuantileTables.Gamma(shape, scale), shape * scale, Math.Sqrt(shape) * scale);

    private static double BetaBetween(double mean, double sample, double low, double high)
    {
        var beta = new IncompleteBeta(mean * sample, (1.0 - mean) * sample);
        return beta.Below(high) - beta.Below(low);
    }

    private static double GammaBetween(double shape, double low, double high)
    {
        var gamma = new IncompleteGamma(shape);
        return gamma.Below(shape * high) - gamma.Below(shape * low);
    }

    /// <summary>Where what grows with the size of a sample is 0; the larger end of the search when it never is.</summary>
    private static double Solved(Func<double, double> excess) =>
        Brent.TryFindRoot(excess, LeastLog, MostLog, LogAccuracy, 200, out var root) ? root : MostLog;
}
