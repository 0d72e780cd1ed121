using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Draws the uncertain numbers of a scenario, and runs nothing.</summary>
public static class PreviewStudy
{
    private const int Lanes = 64;

    /// <summary>Draws them.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <param name="draws">How many draws; at least 1.</param>
    /// <param name="seed">Seed; null for the scenario's own.</param>
    public static DrawPreview Run(Prepared prepared, int draws, int? seed = null)
    {
        var (scenario, planned) = (prepared.Scenario, prepared.Draws);
        var used = seed ?? scenario.Drawing.Seed;
        var block = new DrawBlock(planned.Plan, (ulong)used, draws, Lanes);
        var values = planned.Quantities.Select(_ => new List<double>(draws)).ToArray();
        var stopped = new SortedDictionary<int, StoppedDraws>();
        for (var first = 1; first <= draws; first += Lanes)
        {
            block.Fill(first);
            for (var lane = 0; lane < Lanes && first + lane <= draws; lane++)
            {
                if (block.StoppedBy[lane] is >= 0 and var rule)
                {
                    var known = stopped.GetValueOrDefault(rule, new StoppedDraws(planned.LimitSentences[rule], 0, first + lane));
                    stopped[rule] = known with { Count = known.Count + 1 };
                    continue;
                }

                for (var row = 0; row < values.Length; row++)
                {
                    values[row].Add(block.Quantities[(row * Lanes) + lane]);
                }
            }
        }

        return new DrawPreview(
            used, draws, [.. stopped.Values], scenario.Drawing, [.. planned.Quantities.Zip(values, (quantity, drawn) => Preview(quantity, drawn))]);
    }

    private static NumberPreview Preview(DrawnQuantity quantity, List<double> drawn)
    {
        var theory = quantity.Curve is { } curve
            ? new Moments(quantity.Mean, quantity.Deviation, curve.At(0.05), curve.At(0.5), curve.At(0.95))
            : null;
        return new NumberPreview(quantity.Name, quantity.Quantity.Value, theory, Sampled(drawn));
    }

    private static Moments? Sampled(List<double> drawn)
    {
        if (drawn.Count == 0)
        {
            return null;
        }

        if (drawn.Count == 1)
        {
            return new Moments(drawn[0], null, null, null, null);
        }

        drawn.Sort();
        var mean = drawn.Average();
        var deviation = Math.Sqrt(drawn.Sum(value => (value - mean) * (value - mean)) / (drawn.Count - 1));
        return new Moments(mean, deviation, Quantile.OfSorted(drawn, 0.05), Quantile.OfSorted(drawn, 0.5), Quantile.OfSorted(drawn, 0.95));
    }
}
