namespace SystemSim.Kernel;

/// <summary>The opening values that the options of a scenario ask for, and the input row of each.</summary>
/// <remarks>Inputs are first the uncertain quantities, then these.</remarks>
public sealed class TodayRows(int quantities)
{
    private readonly Dictionary<(TodayKind Kind, int Row, int Column), int> rows = [];

    /// <summary>What was asked for, in order of row.</summary>
    public IEnumerable<(TodayKind Kind, int Row, int Column)> Asked => rows.OrderBy(entry => entry.Value).Select(entry => entry.Key);

    /// <summary>Number of opening values asked for.</summary>
    public int Count => rows.Count;

    /// <summary>The input row of an opening value.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="row">Of which service, effect or target.</param>
    /// <param name="column">Of which of its parts.</param>
    public int InputOf(TodayKind kind, int row, int column = 0)
    {
        if (!rows.TryGetValue((kind, row, column), out var input))
        {
            input = quantities + rows.Count;
            rows.Add((kind, row, column), input);
        }

        return input;
    }
}
