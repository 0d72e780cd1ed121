namespace SystemSim.Reading;

/// <summary>One thing to say about a scenario: where, what, and what to try.</summary>
/// <param name="Code">Stable code, one of <see cref="Codes.All"/>; never reused.</param>
/// <param name="Severity">Whether the scenario can be run in spite of it.</param>
/// <param name="At">First character of the text in question.</param>
/// <param name="Problem">What is wrong, quoting what was written; one sentence.</param>
/// <param name="Hint">What to try next; null when there is nothing useful to say.</param>
public sealed record Diagnostic(string Code, Severity Severity, Spot At, string Problem, string? Hint = null)
{
    /// <summary>Where and what, without the hint. It quotes what was written, line ends and all: who shows it takes them out.</summary>
    public string Headline => $"{At}: {(Severity == Severity.Error ? "error" : "finding")} {Code}: {Problem}";

    /// <summary>The problem on one line, the hint on the next.</summary>
    public override string ToString() => Headline + (Hint is null ? "" : $"\n  hint: {Hint}");
}
