using SystemSim.Analysis;

namespace SystemSim.Studies;

/// <summary>Hands out chunks of draws to threads, and takes up what they leave in the order of the chunks.</summary>
internal sealed class ChunkQueue(DrawSummaries summaries, DrawKeeper? kept, long draws, Action<long> done)
{
    private readonly object gate = new();
    private long nextToTake;
    private long nextToGive;
    private long until;
    private bool isClosed;

    /// <summary>Lets chunks be taken up to a number of draws; a whole number of chunks, or all draws.</summary>
    public void Open(long upTo) => until = upTo;

    /// <summary>The next chunk; null when there is none left.</summary>
    public ChunkTurn? Take()
    {
        lock (gate)
        {
            var first = (nextToTake * DrawChunk.Draws) + 1;
            return isClosed || first > until ? null : new ChunkTurn(nextToTake++, first, Math.Min(until, first + DrawChunk.Draws - 1));
        }
    }

    /// <summary>Takes up a chunk, once those before it have been.</summary>
    /// <param name="turn">Which it is.</param>
    /// <param name="chunk">What it left.</param>
    /// <param name="bins">Memory for its places among the quantiles.</param>
    public void Give(ChunkTurn turn, DrawChunk chunk, ushort[] bins)
    {
        var isPlaced = summaries.Grid.Place(chunk, bins);
        lock (gate)
        {
            while (nextToGive != turn.Row && !isClosed)
            {
                Monitor.Wait(gate);
            }

            if (!isClosed)
            {
                summaries.Add(chunk, isPlaced ? bins : null);
                kept?.Add(chunk);
                nextToGive++;
                done(Math.Min(draws, turn.LastDraw));
            }

            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Ends everything: a thread has failed.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
            Monitor.PulseAll(gate);
        }
    }
}
