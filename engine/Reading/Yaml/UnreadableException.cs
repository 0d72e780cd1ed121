namespace SystemSim.Reading;

/// <summary>Ends the reading of one file, with the reason.</summary>
internal sealed class UnreadableException(Code code, Spot at, string problem, string? hint = null) : Exception(problem)
{
    /// <summary>What kind of reason it is.</summary>
    public Code Code { get; } = code;

    /// <summary>Where in the file.</summary>
    public Spot At { get; } = at;

    /// <summary>What to try next; null when there is nothing useful to say.</summary>
    public string? Hint { get; } = hint;
}
