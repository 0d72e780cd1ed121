namespace SystemSim.OnsTables;

/// <summary>A table that does not hold the people asked for; the message says why, as what follows <c>snpp.csv: </c>.</summary>
public sealed class OnsTableException(string sentence, string? hint = null) : Exception(sentence)
{
    /// <summary>What to try next; null where there is nothing useful to say.</summary>
    public string? Hint { get; } = hint;
}
