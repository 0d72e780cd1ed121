using System.Runtime.Intrinsics;

namespace SystemSim.Analysis;

/// <summary>Quantiles of the outcomes of any number of draws in bounded memory.</summary>
/// <remarks>
/// <para><b>Method.</b> The first draws are kept. As long as there are no more, quantiles are those of the draws themselves. From then on
/// draws are counted in <see cref="QuantileBins"/>; a quantile lies in a straight line within its bin. Counts are whole numbers: they add
/// up to the same in any order, so chunks may come in any.</para>
/// <para><b>Error.</b> At most the width of a bin. What lies beyond the bins is counted by itself, and a quantile there is the end of the
/// bins. Where none of the first draws has the outcome, its quantiles are not known.</para>
/// </remarks>
internal sealed class QuantileGrid
{
    // Places to count draws beside the bins: those that do not have the outcome, and those beyond the bins.
    private const int Without = QuantileBins.Count;
    private const int Below = Without + 1;
    private const int Above = Without + 2;
    private const int Places = Without + 3;

    // So many draws are counted together, outcome by outcome, so that the counts of one are at hand while they are.
    private const int Together = 8 * DrawChunk.Draws;

    private readonly int outcomes;
    private readonly ImmutableArray<int> partial;
    private double[]? kept;
    private int keptCount;
    private long[] counts = [];
    private long count;

    // [outcome, draw] the bins of draws that have come and are not counted yet.
    private ushort[] waiting = [];
    private int waitingCount;

    /// <summary>Starts without draws.</summary>
    /// <param name="outcomes">How many outcomes.</param>
    /// <param name="partial">Outcomes that may not be a number in a draw, and then are left out.</param>
    /// <param name="bins">Where to count; null to find out from the first draws, which must then be among those that come.</param>
    public QuantileGrid(int outcomes, ImmutableArray<int> partial, QuantileBins? bins)
    {
        (this.outcomes, this.partial, Bins) = (outcomes, partial, bins);
        if (bins is null)
        {
            kept = new double[outcomes * QuantileBins.FirstDraws];
        }
        else
        {
            counts = new long[outcomes * Places];
        }
    }

    /// <summary>Where draws are counted; null as long as they are kept.</summary>
    public QuantileBins? Bins { get; private set; }

    /// <summary>[outcome, place] how many draws lie where.</summary>
    public long[] Counts
    {
        get
        {
            CountWaiting();
            return counts;
        }
    }

    /// <summary>Works out the bins of a chunk's draws, where draws are counted by now; the grid itself stays as it is.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="bins">[outcome, draw] receives them.</param>
    /// <returns>Whether they were worked out.</returns>
    public bool Place(DrawChunk chunk, ushort[] bins)
    {
        if (Bins is not { } where)
        {
            return false;
        }

        for (var outcome = 0; outcome < outcomes; outcome++)
        {
            var drawn = chunk.Of(outcome);
            var to = bins.AsSpan(outcome * DrawChunk.Draws, drawn.Length);
            var (low, high, inverse) = (where.Lows[outcome], where.Highs[outcome], where.Inverses[outcome]);
            var draw = 0;
            for (; draw <= drawn.Length - Vector512<ushort>.Count; draw += Vector512<ushort>.Count)
            {
                BinsOf(drawn[draw..], low, high, inverse).CopyTo(to[draw..]);
            }

            for (; draw < drawn.Length; draw++)
            {
                to[draw] = (ushort)Bin(drawn[draw], low, high, inverse);
            }
        }

        foreach (var outcome in partial)
        {
            var drawn = chunk.Of(outcome);
            for (var draw = 0; draw < drawn.Length; draw++)
            {
                if (double.IsNaN(drawn[draw]))
                {
                    bins[(outcome * DrawChunk.Draws) + draw] = Without;
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
                chunk.Of(outcome).CopyTo(kept.AsSpan((outcome * QuantileBins.FirstDraws) + keptCount));
            }

            keptCount += chunk.Count;
        }
        else
        {
            if (waitingCount + chunk.Count > Together)
            {
                CountWaiting();
            }

            waiting = waiting.Length == 0 ? new ushort[outcomes * Together] : waiting;
            for (var outcome = 0; outcome < outcomes; outcome++)
            {
                bins.AsSpan(outcome * DrawChunk.Draws, chunk.Count).CopyTo(waiting.AsSpan((outcome * Together) + waitingCount));
            }

            waitingCount += chunk.Count;
        }

        count += chunk.Count;
    }

    /// <summary>Lays the bins over the draws that are kept, which are the first ones, and counts from now on.</summary>
    public void LayBins()
    {
        if (kept is null)
        {
            return;
        }

        var (least, most) = (new double[outcomes], new double[outcomes]);
        for (var outcome = 0; outcome < outcomes; outcome++)
        {
            (least[outcome], most[outcome]) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var value in Drawn(outcome))
            {
                // What is not a number is neither.
                least[outcome] = value < least[outcome] ? value : least[outcome];
                most[outcome] = value > most[outcome] ? value : most[outcome];
            }
        }

        var where = new QuantileBins(least, most);
        counts = new long[outcomes * Places];
        for (var outcome = 0; outcome < outcomes; outcome++)
        {
            foreach (var value in Drawn(outcome))
            {
                counts[
                    (outcome * Places)
                        + (double.IsNaN(value) ? Without : Bin(value, where.Lows[outcome], where.Highs[outcome], where.Inverses[outcome]))
                ]++;
            }
        }

        (kept, Bins) = (null, where);
    }

    /// <summary>Takes what another grid with the same bins has counted.</summary>
    /// <param name="draws">How many draws they are.</param>
    /// <param name="others">[outcome, place] its counts.</param>
    public void Merge(long draws, long[] others)
    {
        for (var place = 0; place < counts.Length; place++)
        {
            counts[place] += others[place];
        }

        count += draws;
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
            var drawn = Drawn(outcome).ToArray();
            Array.Sort(drawn);
            drawn = drawn[(int)absent..];
            return [.. shares.Select(share => Quantile.OfSorted(drawn, share))];
        }

        return [.. shares.Select(share => Counted(outcome, share))];
    }

    /// <summary>Draws in which an outcome is not a number.</summary>
    public long Absent(int outcome)
    {
        if (kept is null)
        {
            return Counts[(outcome * Places) + Without];
        }

        var absent = 0;
        foreach (var value in Drawn(outcome))
        {
            absent += double.IsNaN(value) ? 1 : 0;
        }

        return absent;
    }

    /// <summary>Draws in which an outcome lies beyond the bins.</summary>
    public long Beyond(int outcome) => kept is null ? Counts[(outcome * Places) + Below] + Counts[(outcome * Places) + Above] : 0;

    private Span<double> Drawn(int outcome) => kept.AsSpan(outcome * QuantileBins.FirstDraws, keptCount);

    private double Counted(int outcome, double share)
    {
        var own = Counts.AsSpan(outcome * Places, QuantileBins.Count);
        var place = share * (count - Absent(outcome));
        var (bin, before) = (0, counts[(outcome * Places) + Below]);
        var (low, width) = (Bins!.Lows[outcome], Bins.Widths[outcome]);
        if (place < before)
        {
            return low;
        }

        while (bin < QuantileBins.Count - 1 && before + own[bin] < place)
        {
            before += own[bin];
            bin++;
        }

        var within = own[bin] > 0 ? Math.Min((place - before) / own[bin], 1.0) : before < place ? 1.0 : 0.0;
        return low + (width * (bin + within));
    }

    /// <summary>Counts the draws that have come. Until more come, any thread may ask for quantiles from then on.</summary>
    public void CountWaiting()
    {
        for (var outcome = 0; outcome < outcomes && waitingCount > 0; outcome++)
        {
            Count(counts.AsSpan(outcome * Places, Places), waiting.AsSpan(outcome * Together, waitingCount));
        }

        waitingCount = 0;
    }

    /// <summary>Counts draws in their bins; draws that are all alike are counted at once.</summary>
    private static void Count(Span<long> counts, ReadOnlySpan<ushort> bins)
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

    /// <summary>As <see cref="Bin(double, double, double, double)"/>, for as many draws as there are bins in a vector.</summary>
    private static Vector512<ushort> BinsOf(ReadOnlySpan<double> drawn, double low, double high, double inverse) => Vector512.Narrow(
        Vector512.Narrow(Bin(drawn, low, high, inverse), Bin(drawn[8..], low, high, inverse)),
        Vector512.Narrow(Bin(drawn[16..], low, high, inverse), Bin(drawn[24..], low, high, inverse)));

    private static Vector512<ulong> Bin(ReadOnlySpan<double> drawn, double low, double high, double inverse)
    {
        // A whole number from 0 to 2^52 stands in the low bits of its sum with 2^52.
        const double Bias = 4503599627370496.0;
        var values = Vector512.Create(drawn);
        var place = (values - Vector512.Create(low)) * inverse;
        place = Vector512.ConditionalSelect(Vector512.GreaterThan(place, Vector512<double>.Zero), place, Vector512<double>.Zero);
        var last = Vector512.Create(QuantileBins.Count - 1.0);
        place = Vector512.ConditionalSelect(Vector512.GreaterThanOrEqual(place, last), last, Vector512.Floor(place));
        place = Vector512.ConditionalSelect(Vector512.LessThan(values, Vector512.Create(low)), Vector512.Create((double)Below), place);
        place = Vector512.ConditionalSelect(Vector512.GreaterThan(values, Vector512.Create(high)), Vector512.Create((double)Above), place);
        return (place + Vector512.Create(Bias)).AsUInt64() & Vector512.Create(2047UL);
    }

    private static int Bin(double value, double low, double high, double inverse)
    {
        if (value < low)
        {
            return Below;
        }

        var place = (value - low) * inverse;
        return value > high ? Above : place >= QuantileBins.Count - 1 ? QuantileBins.Count - 1 : place > 0.0 ? (int)place : 0;
    }
}
