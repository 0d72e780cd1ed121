namespace SystemSim.Analysis;

/// <summary>What the author of a scenario should know, and what only a run shows.</summary>
/// <param name="Code">Stable code; the list stands with the refused scenarios.</param>
/// <param name="Path">Path of what it is about in the scenario.</param>
/// <param name="Sentence">What was found; one sentence.</param>
/// <param name="Hint">What to try next; null when there is nothing useful to say.</param>
public sealed record RunFinding(string Code, string Path, string Sentence, string? Hint = null)
{
    /// <summary>More draws are left out than ranges in a headline can bear.</summary>
    public const string DrawsLeftOut = "SIM241";

    /// <summary>An option sets something from which nothing follows.</summary>
    public const string NothingFollows = "SIM242";

    /// <summary>Two options come to the same.</summary>
    public const string SameNumbers = "SIM243";
}
