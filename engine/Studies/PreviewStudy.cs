using SystemSim.Analysis;
using SystemSim.Lanes;
using SystemSim.Planning;

namespace SystemSim.Studies;

/// <summary>Draws the uncertain numbers of a scenario, and runs nothing.</summary>
public static class PreviewStudy
{
    private const int Lanes = 64;

    // Draws of many numbers are made again for every part of the numbers, so that memory stays below a quarter of a gigabyte.
    private const int MostAtOnce = 32 * 1024 * 1024;

    /// <summary>Draws them.</summary>
    /// <param name="prepared">The scenario.</param>
    /// <param name="draws">How many draws; at least 1.</param>
    /// <param name="seed">Seed; null for the scenario's own.</param>
    /// <param name="stop">Interrupts between blocks of draws.</param>
    public static DrawPreview Run(Prepared prepared, int draws, int? seed = null, CancellationToken stop = default) =>
        Run(prepared, draws, seed, MostAtOnce, stop);

    /// <summary>Draws them, so many values at once.</summary>
    internal static DrawPreview Run(Prepared prepared, int draws, int? seed, int mostAtOnce, CancellationToken stop)
    {
        var (scenario, planned) = (prepared.Scenario, prepared.Draws);
        var used = seed ?? scenario.Drawing.Seed;
        var stopped = new SortedDictionary<int, StoppedDraws>();
        var numbers = ImmutableArray.CreateBuilder<NumberPreview>();
        foreach (var rows in Enumerable.Range(0, planned.Quantities.Length).Chunk(Math.Max(1, mostAtOnce / draws)))
        {
            stopped.Clear();
            var values = rows.Select(_ => new List<double>(draws)).ToArray();
            Draw(planned, (ulong)used, draws, rows, values, stopped, stop);
            numbers.AddRange(rows.Zip(values, (row, drawn) => Preview(planned.Quantities[row], drawn)));
        }

        return new DrawPreview(used, draws, [.. stopped.Values], scenario.Drawing, numbers.ToImmutable());
    }

    private static void Draw(
        PlannedDraws planned,
        ulong seed,
        int draws,
        int[] rows,
        List<double>[] values,
        SortedDictionary<int, StoppedDraws> stopped,
        CancellationToken stop
    )
    {
        var block = new DrawBlock(planned.Plan, seed, draws, Lanes);
        for (var first = 1; first <= draws; first += Lanes)
        {
            stop.ThrowIfCancellationRequested();
            block.Fill(first);
            for (var lane = 0; lane < Lanes && first + lane <= draws; lane++)
            {
                if (block.StoppedBy[lane] is >= 0 and var rule)
                {
                    var known = stopped.GetValueOrDefault(rule, new StoppedDraws(planned.LimitSentences[rule], 0, first + lane));
                    stopped[rule] = known with { Count = known.Count + 1 };
                    continue;
                }

                for (var part = 0; part < rows.Length; part++)
                {
                    values[part].Add(block.Quantities[(rows[part] * Lanes) + lane]);
                }
            }
        }
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
