namespace SystemSim.Analysis;

/// <summary>Keeps the outcomes of whole runs, draw by draw.</summary>
public sealed class DrawKeeper
{
    private readonly int[] rows;
    private readonly OutcomeSheet sheet;
    private readonly List<long> draws = [0];
    private readonly List<double>[] values;

    /// <summary>Starts with draw 0.</summary>
    /// <param name="sheet">The outcomes there are.</param>
    /// <param name="central">[outcome] what they are in draw 0.</param>
    public DrawKeeper(OutcomeSheet sheet, double[] central)
    {
        this.sheet = sheet;
        rows = [.. Enumerable.Range(0, sheet.All.Length).Where(row => sheet.All[row].Kind == OutcomeKind.Whole)];
        values = [.. rows.Select(row => new List<double> { central[row] })];
    }

    /// <summary>Takes the next chunk.</summary>
    public void Add(DrawChunk chunk)
    {
        draws.AddRange(chunk.Numbers);
        for (var row = 0; row < rows.Length; row++)
        {
            values[row].AddRange(chunk.Of(rows[row]));
        }
    }

    /// <summary>What was kept.</summary>
    public KeptDraws ToKept() => new([.. rows.Select(row => sheet.All[row])], draws, [.. values]);
}
