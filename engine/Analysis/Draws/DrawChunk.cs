using System.Runtime.Intrinsics;

namespace SystemSim.Analysis;

/// <summary>The outcomes of some draws that follow each other, those that were stopped left out; and their sums.</summary>
/// <remarks>
/// A chunk always has the same draws, whoever works them and whatever else is going on. Its sums are taken in one fixed order.
/// </remarks>
public sealed class DrawChunk
{
    /// <summary>Draws in a chunk.</summary>
    public const int Draws = 256;

    private readonly double[] values;
    private readonly double[] centres;

    /// <summary>Sets memory aside.</summary>
    /// <param name="centres">[outcome] what they are in draw 0; sums are taken from there.</param>
    public DrawChunk(double[] centres)
    {
        this.centres = centres;
        values = new double[centres.Length * Draws];
        Sums = new double[centres.Length];
        Squares = new double[centres.Length];
    }

    /// <summary>Number of draws that were not stopped.</summary>
    public int Count { get; private set; }

    /// <summary>[outcome] sums of the distances from the centres.</summary>
    internal double[] Sums { get; }

    /// <summary>[outcome] sums of their squares.</summary>
    internal double[] Squares { get; }

    /// <summary>Draws that were stopped: which, and by which rule of the draw; -1 for an invariant that its run broke.</summary>
    public List<(long Draw, int Rule)> Stopped { get; } = [];

    /// <summary>[draw] numbers of the draws, where they are kept one by one.</summary>
    public List<long> Numbers { get; } = [];

    /// <summary>[draw] values of an outcome.</summary>
    public ReadOnlySpan<double> Of(int outcome) => values.AsSpan(outcome * Draws, Count);

    /// <summary>Starts afresh.</summary>
    public void Clear()
    {
        Count = 0;
        Stopped.Clear();
        Numbers.Clear();
    }

    /// <summary>Takes the outcomes of a block.</summary>
    /// <param name="outcomes"><c>[outcome * lanes + lane]</c> the outcomes.</param>
    /// <param name="lanes">Lanes of the block.</param>
    /// <param name="kept">Lanes to take, in order.</param>
    public void Add(double[] outcomes, int lanes, ReadOnlySpan<int> kept)
    {
        var isWhole = kept.Length == lanes;
        for (var outcome = 0; outcome < centres.Length; outcome++)
        {
            var from = outcomes.AsSpan(outcome * lanes, lanes);
            var to = values.AsSpan((outcome * Draws) + Count, kept.Length);
            if (isWhole)
            {
                from.CopyTo(to);
                continue;
            }

            for (var lane = 0; lane < kept.Length; lane++)
            {
                to[lane] = from[kept[lane]];
            }
        }

        Count += kept.Length;
    }

    /// <summary>Adds up, each lane of eight by itself and then the lanes in order.</summary>
    public void Sum()
    {
        for (var outcome = 0; outcome < centres.Length; outcome++)
        {
            var drawn = Of(outcome);
            var centre = centres[outcome];
            var (sums, squares) = (Vector512<double>.Zero, Vector512<double>.Zero);
            var draw = 0;
            for (; draw <= drawn.Length - Vector512<double>.Count; draw += Vector512<double>.Count)
            {
                var distance = Vector512.Create(drawn[draw..]) - Vector512.Create(centre);
                sums += distance;
                squares += distance * distance;
            }

            var (sum, square) = (0.0, 0.0);
            for (var lane = 0; lane < Vector512<double>.Count; lane++)
            {
                sum += sums[lane];
                square += squares[lane];
            }

            for (; draw < drawn.Length; draw++)
            {
                var distance = drawn[draw] - centre;
                sum += distance;
                square += distance * distance;
            }

            (Sums[outcome], Squares[outcome]) = (sum, square);
        }
    }
}
