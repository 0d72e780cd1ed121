namespace SystemSim.Analysis;

/// <summary>Summaries of the outcomes of many draws: chunks stream in, in their order, and leave sums and counts.</summary>
public sealed class DrawSummaries
{
    private static readonly ImmutableArray<double> Shares = [.. OutcomeSummary.Percentiles.Select(percentile => percentile / 100.0)];

    private readonly double[] centres;
    private readonly double[] sums;
    private readonly double[] squares;
    private readonly Dictionary<int, (long Count, long First)> stopped = [];
    private readonly List<long> broken = [];
    private readonly int mostBroken;

    /// <summary>Starts without draws.</summary>
    /// <param name="centres">[outcome] what they are in draw 0.</param>
    /// <param name="partial">Outcomes that may not be there in a draw.</param>
    /// <param name="mostBroken">How many draws stopped by an invariant are remembered one by one.</param>
    public DrawSummaries(double[] centres, ImmutableArray<int> partial, int mostBroken)
    {
        this.centres = centres;
        this.mostBroken = mostBroken;
        sums = new double[centres.Length];
        squares = new double[centres.Length];
        Grid = new QuantileGrid(centres.Length, partial);
    }

    /// <summary>Draws summarised.</summary>
    public long Count { get; private set; }

    /// <summary>Quantiles.</summary>
    public QuantileGrid Grid { get; }

    /// <summary>Draws that were stopped, by the rule they broke; -1 for an invariant of the run.</summary>
    public IReadOnlyDictionary<int, (long Count, long First)> Stopped => stopped;

    /// <summary>The first draws whose runs broke an invariant.</summary>
    public IReadOnlyList<long> Broken => broken;

    /// <summary>Takes the next chunk. Chunks come in their order, so that sums are the same bits whoever made them.</summary>
    /// <param name="chunk">The chunk, added up.</param>
    /// <param name="bins">Its places on the grid, where they are worked out.</param>
    public void Add(DrawChunk chunk, ushort[]? bins)
    {
        for (var outcome = 0; outcome < sums.Length; outcome++)
        {
            sums[outcome] += chunk.Sums[outcome];
            squares[outcome] += chunk.Squares[outcome];
        }

        Grid.Add(chunk, bins);
        Count += chunk.Count;
        foreach (var (draw, rule) in chunk.Stopped)
        {
            var known = stopped.GetValueOrDefault(rule, (Count: 0, First: draw));
            stopped[rule] = (known.Count + 1, known.First);
            if (rule < 0 && broken.Count < mostBroken)
            {
                broken.Add(draw);
            }
        }
    }

    /// <summary>Mean and standard deviation of an outcome; not numbers where it is not there in some draw. One draw has no deviation.</summary>
    public (double Mean, double Deviation) MomentsOf(int outcome)
    {
        if (Count == 0)
        {
            return (double.NaN, double.NaN);
        }

        var distance = sums[outcome] / Count;
        var variance = Count == 1 ? double.NaN : Math.Max(0.0, (squares[outcome] - (Count * distance * distance)) / (Count - 1));
        return (centres[outcome] + distance, Math.Sqrt(variance));
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
        };
    }
}
