namespace SystemSim.Analysis;

/// <summary>Keeps the outcomes of whole runs, draw by draw.</summary>
public sealed class DrawKeeper
{
    private readonly int[] rows;
    private readonly OutcomeSheet sheet;
    private readonly double[] central;
    private readonly SortedDictionary<long, (long[] Draws, double[][] Values)> chunks = [];

    /// <summary>Starts with draw 0.</summary>
    /// <param name="sheet">The outcomes there are.</param>
    /// <param name="central">[outcome] what they are in draw 0.</param>
    public DrawKeeper(OutcomeSheet sheet, double[] central)
    {
        this.sheet = sheet;
        rows = [.. Enumerable.Range(0, sheet.All.Length).Where(row => sheet.All[row].Kind == OutcomeKind.Whole)];
        this.central = central;
    }

    /// <summary>Takes a chunk; they may come in any order.</summary>
    /// <param name="row">Number of the chunk.</param>
    /// <param name="chunk">The chunk.</param>
    public void Add(long row, DrawChunk chunk) => chunks.Add(row, ([.. chunk.Numbers], [.. rows.Select(kept => chunk.Of(kept).ToArray())]));

    /// <summary>What was kept.</summary>
    public KeptDraws ToKept() => new(
        [.. rows.Select(row => sheet.All[row])],
        [0, .. chunks.Values.SelectMany(chunk => chunk.Draws)],
        [.. rows.Select((row, kept) => (IReadOnlyList<double>)[central[row], .. chunks.Values.SelectMany(chunk => chunk.Values[kept])])]);
}
