namespace SystemSim.Analysis;

/// <summary>Summaries of the outcomes of many draws: chunks leave sums and counts, and may come in any order, from any thread or
/// process.</summary>
public sealed class DrawSummaries
{
    private static readonly ImmutableArray<double> Shares = [.. OutcomeSummary.Percentiles.Select(percentile => percentile / 100.0)];

    private readonly double[] centres;
    private readonly SumTree tree;
    private readonly Dictionary<int, (long Count, long First)> stopped = [];
    private readonly SortedSet<long> broken = [];
    private readonly int mostBroken;
    private double[]? total;

    /// <summary>Starts without draws.</summary>
    /// <param name="centres">[outcome] from where sums are taken: what they are in draw 0.</param>
    /// <param name="partial">Outcomes that may not be there in a draw.</param>
    /// <param name="mostBroken">How many draws stopped by an invariant are remembered one by one.</param>
    /// <param name="bins">Where to count for quantiles; null to find out from the first draws, which must then be among those that
    /// come.</param>
    public DrawSummaries(double[] centres, ImmutableArray<int> partial, int mostBroken, QuantileBins? bins)
    {
        this.centres = centres;
        this.mostBroken = mostBroken;
        tree = new SumTree(2 * centres.Length);
        Grid = new QuantileGrid(centres.Length, partial, bins);
    }

    /// <summary>Draws summarised.</summary>
    public long Count { get; private set; }

    /// <summary>Where outcomes are counted for quantiles; null as long as draws are kept.</summary>
    public QuantileBins? Bins => Grid.Bins;

    /// <summary>Draws that were stopped, by the rule they broke; -1 for an invariant of the run.</summary>
    public IReadOnlyDictionary<int, (long Count, long First)> Stopped => stopped;

    /// <summary>The first draws whose runs broke an invariant, in their order.</summary>
    public IReadOnlyCollection<long> Broken => broken;

    internal QuantileGrid Grid { get; }

    internal SumTree Tree => tree;

    /// <summary>Works out where a chunk's draws are counted, where that is known; the summaries stay as they are, so that any thread may
    /// ask at any time.</summary>
    /// <param name="chunk">The chunk.</param>
    /// <param name="bins">[outcome, draw] receives the bins.</param>
    /// <returns>Whether they were worked out.</returns>
    public bool Place(DrawChunk chunk, ushort[] bins) => Grid.Place(chunk, bins);

    /// <summary>Takes a chunk.</summary>
    /// <param name="row">Number of the chunk, from 0.</param>
    /// <param name="chunk">The chunk, added up.</param>
    /// <param name="bins">Its places among the bins, where they are worked out.</param>
    public void Add(long row, DrawChunk chunk, ushort[]? bins)
    {
        tree.Add(0, row, [.. chunk.Sums, .. chunk.Squares]);
        total = null;
        Grid.Add(chunk, bins);
        Count += chunk.Count;
        foreach (var (draw, rule) in chunk.Stopped)
        {
            Stop(rule, 1, draw);
            if (rule < 0)
            {
                Remember(draw);
            }
        }
    }

    /// <summary>Counts draws in bins from now on, which are laid over the first draws; all of these have come, and no other.</summary>
    public void LayBins() => Grid.LayBins();

    /// <summary>Takes the summaries of other chunks of the same study.</summary>
    /// <param name="other">They, with the same bins.</param>
    /// <exception cref="InvalidOperationException">They are of another study, or of chunks that are here.</exception>
    public void Merge(DrawSummaries other)
    {
        if (
            Bins is not { } bins
            || other.Bins is not { } others
            || !bins.Least.AsSpan().SequenceEqual(others.Least)
            || !bins.Most.AsSpan().SequenceEqual(others.Most)
            || !centres.AsSpan().SequenceEqual(other.centres)
        )
        {
            throw new InvalidOperationException("The summaries are of different studies.");
        }

        foreach (var ((level, place), sums) in other.tree.Nodes)
        {
            tree.Add(level, place, [.. sums]);
        }

        total = null;
        Take(other.Count, other.Grid.Counts, other.stopped.Select(rule => (rule.Key, rule.Value.Count, rule.Value.First)), other.broken);
    }

    /// <summary>Mean and standard deviation of an outcome; not numbers where it is not there in some draw. One draw has no
    /// deviation.</summary>
    public (double Mean, double Deviation) MomentsOf(int outcome)
    {
        if (Count == 0)
        {
            return (double.NaN, double.NaN);
        }

        total ??= tree.Total();
        var (sum, square) = (total[outcome], total[centres.Length + outcome]);
        var distance = sum / Count;
        var variance = Count == 1 ? double.NaN : Math.Max(0.0, (square - (Count * distance * distance)) / (Count - 1));
        return (centres[outcome] + distance, Math.Sqrt(variance));
    }

    /// <summary>Adds up what has come. Until more comes, any thread may ask for summaries from then on.</summary>
    public void AddUp()
    {
        Grid.CountWaiting();
        total ??= Count > 0 ? tree.Total() : null;
    }

    /// <summary>The summary of an outcome.</summary>
    public OutcomeSummary Of(int outcome)
    {
        var (mean, deviation) = MomentsOf(outcome);
        return new OutcomeSummary
        {
            Mean = mean,
            Deviation = deviation,
            Error = deviation / Math.Sqrt(Count),
            Quantiles = Count == 1 ? [.. Shares.Select(_ => double.NaN)] : Grid.Of(outcome, Shares),
            Absent = Grid.Absent(outcome),
            Beyond = Grid.Beyond(outcome),
        };
    }

    /// <summary>Takes what was counted elsewhere.</summary>
    internal void Take(long draws, long[] counts, IEnumerable<(int Rule, long Count, long First)> rules, IEnumerable<long> firstBroken)
    {
        Count += draws;
        Grid.Merge(draws, counts);
        foreach (var (rule, count, first) in rules)
        {
            Stop(rule, count, first);
        }

        foreach (var draw in firstBroken)
        {
            Remember(draw);
        }
    }

    private void Stop(int rule, long count, long first) =>
        stopped[rule] = stopped.TryGetValue(rule, out var known) ? (known.Count + count, Math.Min(known.First, first)) : (count, first);

    private void Remember(long draw)
    {
        broken.Add(draw);
        if (broken.Count > mostBroken)
        {
            broken.Remove(broken.Max);
        }
    }
}
