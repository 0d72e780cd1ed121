using System.Runtime.Intrinsics;
using SystemSim.Kernel;

namespace SystemSim.Analysis;

/// <summary>The outcomes of some draws that follow each other, those that were stopped left out; and their sums.</summary>
/// <remarks>
/// A chunk always has the same draws, whoever works them and whatever else is going on. Its sums are taken in one fixed order.
/// </remarks>
public sealed class DrawChunk
{
    /// <summary>Draws in a chunk.</summary>
    public const int Draws = 256;

    private readonly OutcomeSheet sheet;
    private readonly double[] values;
    private readonly List<int> left = [];

    /// <summary>Sets memory aside.</summary>
    /// <param name="sheet">The outcomes there are.</param>
    public DrawChunk(OutcomeSheet sheet)
    {
        this.sheet = sheet;
        values = new double[sheet.All.Length * Draws];
        Sums = new double[sheet.All.Length];
        Squares = new double[sheet.All.Length];
    }

    /// <summary>Number of draws that were not stopped.</summary>
    public int Count { get; private set; }

    /// <summary>Number of draws taken so far, those that were stopped among them.</summary>
    public int Taken { get; private set; }

    /// <summary>[outcome] sums of the distances from what they are in draw 0.</summary>
    internal double[] Sums { get; }

    /// <summary>[outcome] sums of their squares.</summary>
    internal double[] Squares { get; }

    /// <summary>Draws that were stopped: which, and by which rule of the draw; -1 for an invariant that its run broke.</summary>
    public List<(long Draw, int Rule)> Stopped { get; } = [];

    /// <summary>[draw] numbers of the draws that were not stopped.</summary>
    public List<long> Numbers { get; } = [];

    /// <summary>[draw] values of an outcome.</summary>
    public ReadOnlySpan<double> Of(int outcome) => values.AsSpan(outcome * Draws, Count);

    /// <summary>Starts afresh.</summary>
    public void Clear()
    {
        (Count, Taken) = (0, 0);
        left.Clear();
        Stopped.Clear();
        Numbers.Clear();
    }

    /// <summary>Takes a block.</summary>
    /// <param name="ledgers">[option] its ledgers.</param>
    /// <param name="quantities"><c>[quantity * lanes + lane]</c> its draws.</param>
    /// <param name="lanes">Its lanes; they fit into the chunk.</param>
    /// <param name="firstDraw">Draw of the first lane.</param>
    /// <param name="isStopped">[lane] whether the draw was stopped; as many as are wanted of the block.</param>
    public void Take(Ledger[] ledgers, ReadOnlySpan<double> quantities, int lanes, long firstDraw, ReadOnlySpan<bool> isStopped)
    {
        sheet.Take(ledgers, quantities, lanes, values, Taken);
        for (var lane = 0; lane < isStopped.Length; lane++)
        {
            if (!isStopped[lane])
            {
                left.Add(Taken + lane);
                Numbers.Add(firstDraw + lane);
            }
        }

        Taken += isStopped.Length;
    }

    /// <summary>Closes up where draws were stopped, and works out what follows from the outcomes of ledgers.</summary>
    public void Complete()
    {
        Count = left.Count;
        for (var outcome = 0; Count < Taken && outcome < sheet.FromLedgers; outcome++)
        {
            var row = values.AsSpan(outcome * Draws, Draws);
            for (var draw = 0; draw < Count; draw++)
            {
                row[draw] = row[left[draw]];
            }
        }

        sheet.Complete(values);
    }

    /// <summary>Adds up, each lane of eight by itself and then the lanes in order.</summary>
    /// <param name="centres">[outcome] what they are in draw 0; sums are taken from there.</param>
    public void Sum(double[] centres)
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
