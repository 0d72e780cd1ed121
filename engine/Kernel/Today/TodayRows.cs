namespace SystemSim.Kernel;

/// <summary>The opening values that the options of a scenario ask for, and the input row of each.</summary>
/// <remarks>Inputs are first the uncertain quantities, then these.</remarks>
public sealed class TodayRows(int quantities)
{
    private readonly Dictionary<TodayValue, int> rows = [];

    /// <summary>What was asked for, in order of row.</summary>
    public IEnumerable<TodayValue> Asked => rows.OrderBy(entry => entry.Value).Select(entry => entry.Key);

    /// <summary>Number of opening values asked for.</summary>
    public int Count => rows.Count;

    /// <summary>The input row of an opening value.</summary>
    public int InputOf(TodayValue value)
    {
        if (!rows.TryGetValue(value, out var input))
        {
            input = quantities + rows.Count;
            rows.Add(value, input);
        }

        return input;
    }
}
