using SystemSim.Analysis;
using SystemSim.Model;

namespace SystemSim.Studies;

/// <summary>Moves two quantities together over a small grid, all others being central.</summary>
/// <remarks>Each goes from its 10th to its 90th percentile, the central value in the middle; a number that is not uncertain, a fifth down
/// and up.</remarks>
public static class GridStudy
{
    private const double Fifth = 0.2;

    /// <summary>Runs the study.</summary>
    /// <param name="prepared">A scenario whose central run kept every invariant.</param>
    /// <param name="of">What is to be looked at: measure, year, parts; its option and baseline are passed over.</param>
    /// <param name="option">The option whose value it is.</param>
    /// <param name="against">The option that it is held against; null for the option's own value.</param>
    /// <param name="down">Path of the quantity that goes down the rows.</param>
    /// <param name="along">Path of the quantity that goes along the columns; not a share of the same whole.</param>
    /// <param name="stop">Interrupts the study.</param>
    /// <returns>The grid; null when no option has what is to be looked at.</returns>
    public static SensitivityGrid? Run(
        Prepared prepared, Selection of, OptionId option, OptionId? against, string down, string along, CancellationToken stop = default)
    {
        var asked = SensitivityOf.Ask(prepared.Scenario, of with { Option = option, Against = against });
        var runs = new PointRuns(prepared.Freeing([down, along]), [asked.Selection], threads: 1);
        if (!runs.IsSound)
        {
            return null;
        }

        var ranges = runs.Ranges(prepared.Scenario.Drawing.Seed);
        var (first, second) = (ranges.Named(down, _ => true), ranges.Named(along, _ => true));
        var (rows, columns) = (Steps(first), Steps(second));
        var values = runs.Run(rows.Length * columns.Length, Fill, stop: stop);
        return new SensitivityGrid
        {
            Of = asked,
            Down = down,
            DownValues = [.. rows.Select(step => step[0])],
            Along = along,
            AlongValues = [.. columns.Select(step => step[0])],
            Numbers =
            [
                .. Enumerable
                    .Range(0, rows.Length)
                    .Select(row =>
                        Enumerable.Range(0, columns.Length).Select(column => values.At((row * columns.Length) + column)).ToImmutableArray()
                    ),
            ],
            Stopped = Enumerable.Range(0, values.Count).Select(values.ReasonOf).FirstOrDefault(reason => reason is not null),
        };

        void Fill(int point, Span<double> quantities)
        {
            ranges.Set(quantities, first, rows[point / columns.Length]);
            ranges.Set(quantities, second, columns[point % columns.Length]);
        }
    }

    /// <summary>Whether two quantities are shares of one whole, so that setting one moves the other.</summary>
    public static bool AreOfOneWhole(Prepared prepared, string one, string other)
    {
        var planned = prepared.Freeing([one, other]).Draws;
        return planned
            .Plan.Normalised.Select(whole =>
                whole.Rows.Where(row => row < planned.Quantities.Length).Select(row => planned.Quantities[row].Quantity).ToArray()
            )
            .Any(shares =>
                shares.Any(share => QuantityRanges.IsNamed(share, one)) && shares.Any(share => QuantityRanges.IsNamed(share, other))
            );
    }

    /// <summary>[step][row] values from low to high.</summary>
    private static ImmutableArray<ImmutableArray<double>> Steps(QuantityRange range)
    {
        (double Low, double Central, double High)[] ends = [.. range.Central.Select((central, row) => range.Low[row] < range.High[row]
            ? (range.Low[row], central, range.High[row])
            : (central - (Fifth * Math.Abs(central)), central, central + (Fifth * Math.Abs(central))))];
        return
        [
            [.. ends.Select(end => end.Low)],
            [.. ends.Select(end => (end.Low + end.Central) / 2.0)],
            [.. ends.Select(end => end.Central)],
            [.. ends.Select(end => (end.Central + end.High) / 2.0)],
            [.. ends.Select(end => end.High)],
        ];
    }
}
