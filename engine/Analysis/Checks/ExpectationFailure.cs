namespace SystemSim.Analysis;

/// <summary>One value that did not come out as its author said.</summary>
/// <param name="At">Where it is stated, as <c>file:line:column</c>.</param>
/// <param name="Sentence">What was expected, what came out, and the difference.</param>
/// <param name="Hint">What to try next; null when there is nothing useful to say.</param>
public sealed record ExpectationFailure(string At, string Sentence, string? Hint = null);
