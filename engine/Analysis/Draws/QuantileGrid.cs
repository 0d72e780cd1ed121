using System.Runtime.Intrinsics;

namespace SystemSim.Analysis;

/// <summary>Quantiles of the outcomes of any number of draws in bounded memory.</summary>
/// <remarks>
/// <para><b>Method.</b> The first draws are kept. As long as there are no more, quantiles are those of the draws themselves. From then on
/// draws are counted in bins of one width, laid over the range of the kept draws and a quarter of it on either side; a quantile lies in a
/// straight line within its bin. Counts are whole numbers: they add up to the same in any order.</para>
/// <para><b>Error.</b> At most the width of a bin, <see cref="ShareOfRange"/> of the range of the draws kept; beyond the bins, at their end. Where none of the draws kept has the
/// outcome, its quantiles are not known.</para>
/// </remarks>
public sealed class QuantileGrid
{
    /// <summary>Draws that are kept, and up to which quantiles are exact.</summary>
    public const int Kept = 2048;

    /// <summary>Bins of an outcome.</summary>
    public const int Bins = 1024;

    /// <summary>Largest error of a quantile, as a share of the range of the draws kept.</summary>
    public const double ShareOfRange = (1.0 + (2.0 * Margin)) / Bins;

    private const double Margin = 0.25;

    // The bins of an outcome, and a place to count the draws that do not have it.
    private const int Counts = Bins + 1;

    private readonly int outcomes;
    private readonly ImmutableArray<int> partial;
    private double[]? kept;
    private double[] lows = [];
    private double[] widths = [];
    private double[] inverses = [];
    private int[] counts = [];
    private int count;

    /// <summary>Starts without draws.</summary>
    /// <param name="outcomes">How many outcomes.</param>
    /// <param name="partial">Outcomes that may not be a number in a draw, and then are left out.</param>
    public QuantileGrid(int outcomes, ImmutableArray<int> partial)
    {
        (this.outcomes, this.partial) = (outcomes, partial);
        kept = new double[outcomes * Kept];
    }

    /// <summary>Works out the bins of a chunk's draws, where draws are counted by now; the grid itself stays as it is.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="bins">[outcome, draw] receives them.</param>
    /// <returns>Whether they were worked out.</returns>
    public bool Place(DrawChunk chunk, ushort[] bins)
    {
        if (kept is not null)
        {
            return false;
        }

        for (var outcome = 0; outcome < outcomes; outcome++)
        {
            var drawn = chunk.Of(outcome);
            var to = bins.AsSpan(outcome * DrawChunk.Draws, drawn.Length);
            var (low, inverse) = (lows[outcome], inverses[outcome]);
            var draw = 0;
            for (; draw <= drawn.Length - Vector512<ushort>.Count; draw += Vector512<ushort>.Count)
            {
                BinsOf(drawn[draw..], low, inverse).CopyTo(to[draw..]);
            }

            for (; draw < drawn.Length; draw++)
            {
                to[draw] = (ushort)Bin(drawn[draw], low, inverse);
            }
        }

        foreach (var outcome in partial)
        {
            var drawn = chunk.Of(outcome);
            for (var draw = 0; draw < drawn.Length; draw++)
            {
                if (double.IsNaN(drawn[draw]))
                {
                    bins[(outcome * DrawChunk.Draws) + draw] = Bins;
                }
            }
        }

        return true;
    }

    /// <summary>Takes a chunk.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="bins">Its bins, where <see cref="Place"/> worked them out; else null.</param>
    public void Add(DrawChunk chunk, ushort[]? bins)
    {
        if (kept is not null)
        {
            for (var outcome = 0; outcome < outcomes; outcome++)
            {
                chunk.Of(outcome).CopyTo(kept.AsSpan((outcome * Kept) + count));
            }
        }
        else
        {
            for (var outcome = 0; outcome < outcomes; outcome++)
            {
                Count(counts.AsSpan(outcome * Counts, Counts), bins.AsSpan(outcome * DrawChunk.Draws, chunk.Count));
            }
        }

        count += chunk.Count;
    }

    /// <summary>Stops keeping draws and counts them from now on.</summary>
    public void LayBins()
    {
        if (kept is null)
        {
            return;
        }

        (lows, widths, inverses, counts) = (new double[outcomes], new double[outcomes], new double[outcomes], new int[outcomes * Counts]);
        for (var outcome = 0; outcome < outcomes; outcome++)
        {
            var drawn = kept.AsSpan(outcome * Kept, count);
            var (least, most) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var value in drawn)
            {
                // What is not a number is neither.
                least = value < least ? value : least;
                most = value > most ? value : most;
            }

            var range = most >= least ? most - least : 0.0;
            lows[outcome] = range > 0.0 ? least - (Margin * range) : most >= least ? least : double.NaN;
            widths[outcome] = range * ShareOfRange;
            inverses[outcome] = range > 0.0 ? 1.0 / widths[outcome] : 0.0;
            foreach (var value in drawn)
            {
                counts[(outcome * Counts) + (double.IsNaN(value) ? Bins : Bin(value, lows[outcome], inverses[outcome]))]++;
            }
        }

        kept = null;
    }

    /// <summary>Quantiles of an outcome.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="shares">Shares of the draws below.</param>
    public ImmutableArray<double> Of(int outcome, ImmutableArray<double> shares)
    {
        var absent = Absent(outcome);
        if (count == absent)
        {
            return [.. shares.Select(_ => double.NaN)];
        }

        if (kept is not null)
        {
            // What is not a number comes first when it is sorted.
            var drawn = kept[(outcome * Kept)..((outcome * Kept) + count)];
            Array.Sort(drawn);
            drawn = drawn[absent..];
            return [.. shares.Select(share => Quantile.OfSorted(drawn, share))];
        }

        return [.. shares.Select(share => Counted(outcome, share))];
    }

    /// <summary>Draws in which an outcome is not a number.</summary>
    public int Absent(int outcome)
    {
        if (kept is null)
        {
            return counts[(outcome * Counts) + Bins];
        }

        var absent = 0;
        foreach (var value in kept.AsSpan(outcome * Kept, count))
        {
            absent += double.IsNaN(value) ? 1 : 0;
        }

        return absent;
    }

    private double Counted(int outcome, double share)
    {
        var own = counts.AsSpan(outcome * Counts, Bins);
        var place = share * (count - Absent(outcome));
        var (bin, before) = (0, 0L);
        while (bin < Bins - 1 && before + own[bin] < place)
        {
            before += own[bin];
            bin++;
        }

        var within = own[bin] > 0 ? (place - before) / own[bin] : 0.0;
        return lows[outcome] + (widths[outcome] * (bin + within));
    }

    /// <summary>Counts draws in their bins; draws that are all alike are counted at once.</summary>
    private static void Count(Span<int> counts, ReadOnlySpan<ushort> bins)
    {
        if (bins.IsEmpty)
        {
            return;
        }

        if (bins.IndexOfAnyExcept(bins[0]) < 0)
        {
            counts[bins[0]] += bins.Length;
            return;
        }

        foreach (var bin in bins)
        {
            counts[bin]++;
        }
    }

    /// <summary>As <see cref="Bin(double, double, double)"/>, for as many draws as there are bins in a vector.</summary>
    private static Vector512<ushort> BinsOf(ReadOnlySpan<double> drawn, double low, double inverse) => Vector512.Narrow(
        Vector512.Narrow(Bin(drawn, low, inverse), Bin(drawn[8..], low, inverse)),
        Vector512.Narrow(Bin(drawn[16..], low, inverse), Bin(drawn[24..], low, inverse)));

    private static Vector512<ulong> Bin(ReadOnlySpan<double> drawn, double low, double inverse)
    {
        // A whole number from 0 to 2^52 stands in the low bits of its sum with 2^52.
        const double Bias = 4503599627370496.0;
        var place = (Vector512.Create(drawn) - Vector512.Create(low)) * inverse;
        place = Vector512.ConditionalSelect(Vector512.GreaterThan(place, Vector512<double>.Zero), place, Vector512<double>.Zero);
        var last = Vector512.Create(Bins - 1.0);
        place = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(place, last), last, Vector512.Floor(place));
        return (place + Vector512.Create(Bias)).AsUInt64() & Vector512.Create((ulong)(Bins - 1));
    }

    private static int Bin(double value, double low, double inverse)
    {
        var place = (value - low) * inverse;
        return place >= Bins - 1 ? Bins - 1 : place > 0.0 ? (int)place : 0;
    }
}
