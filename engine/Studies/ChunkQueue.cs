using SystemSim.Analysis;

namespace SystemSim.Studies;

/// <summary>Hands out chunks of draws to threads, and takes up what they leave as it comes: no thread waits for another.</summary>
/// <param name="summaries">Takes what chunks leave.</param>
/// <param name="kept">Takes it draw by draw; null where that is not asked.</param>
/// <param name="firstChunk">The first chunk to hand out.</param>
/// <param name="done">Told how many draws are done.</param>
internal sealed class ChunkQueue(DrawSummaries summaries, DrawKeeper? kept, long firstChunk, Action<long> done)
{
    private readonly Lock gate = new();
    private long next = firstChunk;
    private long until;
    private long finished;
    private bool isClosed;

    /// <summary>Lets chunks be taken up to a draw; the end of a chunk, or the last draw of all.</summary>
    public void Open(long lastDraw) => until = lastDraw;

    /// <summary>The next chunk; null when there is none left.</summary>
    public ChunkTurn? Take()
    {
        lock (gate)
        {
            var first = (next * DrawChunk.Draws) + 1;
            return isClosed || first > until ? null : new ChunkTurn(next++, first, Math.Min(until, first + DrawChunk.Draws - 1));
        }
    }

    /// <summary>Takes up a chunk.</summary>
    /// <param name="turn">Which it is.</param>
    /// <param name="chunk">What it left.</param>
    /// <param name="bins">Memory for its places among the quantiles.</param>
    public void Give(ChunkTurn turn, DrawChunk chunk, ushort[] bins)
    {
        var isPlaced = summaries.Place(chunk, bins);
        lock (gate)
        {
            if (!isClosed)
            {
                summaries.Add(turn.Row, chunk, isPlaced ? bins : null);
                kept?.Add(turn.Row, chunk);
                finished += turn.LastDraw - turn.FirstDraw + 1;
                done(finished);
            }
        }
    }

    /// <summary>Ends everything: a thread has failed.</summary>
    public void Close()
    {
        lock (gate)
        {
            isClosed = true;
        }
    }
}
