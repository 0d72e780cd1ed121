namespace SystemSim.Reading;

/// <summary>A change cannot be kept in the text of a scenario.</summary>
/// <param name="sentence">Why.</param>
/// <param name="hint">What to try instead.</param>
internal sealed class NotKeptException(string sentence, string? hint) : Exception(sentence)
{
    /// <summary>What to try instead; null when there is nothing useful to say.</summary>
    public string? Hint { get; } = hint;
}
