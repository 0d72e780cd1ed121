namespace SystemSim.Kernel;

/// <summary>The opening values that the options of a scenario ask for, and the input row of each.</summary>
/// <remarks>Inputs are first the uncertain quantities, then these.</remarks>
public sealed class OpeningRows(int quantities)
{
    private readonly Dictionary<OpeningValue, int> rows = [];

    /// <summary>What was asked for, in order of row.</summary>
    public IEnumerable<OpeningValue> Asked => rows.OrderBy(entry => entry.Value).Select(entry => entry.Key);

    /// <summary>Number of opening values asked for.</summary>
    public int Count => rows.Count;

    /// <summary>The input row of an opening value.</summary>
    public int InputOf(OpeningValue value)
    {
        if (!rows.TryGetValue(value, out var input))
        {
            input = quantities + rows.Count;
            rows.Add(value, input);
        }

        return input;
    }
}
