namespace SystemSim;

/// <summary>A scenario cannot be read or run, or what is asked of it makes no sense.</summary>
public sealed class ScenarioException : Exception
{
    internal ScenarioException(string message, string? hint, IReadOnlyList<ScenarioProblem> problems)
        : base(message) => (Hint, Problems) = (hint, problems);

    /// <summary>What to try next; null when there is nothing useful to say.</summary>
    public string? Hint { get; }

    /// <summary>All that is wrong with the scenario, each at its place; none where the reason is another.</summary>
    public IReadOnlyList<ScenarioProblem> Problems { get; }
}
