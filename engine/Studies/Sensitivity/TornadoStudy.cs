using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Sets each uncertain quantity in turn low and then high, and all others to their central values.</summary>
public static class TornadoStudy
{
    /// <summary>Runs the study: twice as many runs as there are quantities, and the central one, side by side.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="of">What is to be looked at: measure, year, parts; its option and baseline are passed over.</param>
    /// <param name="option">The option whose value it is.</param>
    /// <param name="against">The option that it is held against; null for the option's own value.</param>
    /// <param name="threads">Threads; never changes a bit.</param>
    /// <param name="progress">Told the share of the runs that is done.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>What the quantities do; null when no option has what is to be looked at.</returns>
    public static Tornado? Run(
        Prepared prepared,
        Selection of,
        OptionId option,
        OptionId? against,
        int threads = 1,
        IProgress<double>? progress = null,
        CancellationToken stop = default
    )
    {
        var asked = SensitivityOf.Ask(prepared.Scenario, of with { Option = option, Against = against });
        var runs = new PointRuns(prepared, [asked.Selection], threads);
        if (!runs.IsSound)
        {
            return null;
        }

        var ranges = runs.Ranges(prepared.Scenario.Drawing.Seed);
        // Point 0 is the central run; then the low and the high end of each quantity.
        var values = runs.Run((2 * ranges.All.Length) + 1, Fill, progress, stop);
        return Tornado.Order(
            asked,
            values.At(0) ?? throw new InvalidOperationException($"The central run is stopped: {values.ReasonOf(0)}."),
            ranges.All.Select(Bar)
        );

        void Fill(int point, Span<double> quantities)
        {
            if (point > 0)
            {
                var range = ranges.All[(point - 1) / 2];
                ranges.Set(quantities, range, point % 2 == 1 ? range.Low : range.High);
            }
        }

        TornadoBar Bar(QuantityRange range, int row) => new()
        {
            Quantity = range.Name,
            Central = range.Central[0],
            Low = range.Low[0],
            High = range.High[0],
            AtLow = values.At((2 * row) + 1),
            AtHigh = values.At((2 * row) + 2),
            Stopped = values.ReasonOf((2 * row) + 1) ?? values.ReasonOf((2 * row) + 2),
        };
    }
}
