namespace SystemSim;

/// <summary>One thing that is wrong with a scenario, or worth a look.</summary>
/// <param name="Place">Where, as <c>file:line:column</c>.</param>
/// <param name="Code">Its code, such as <c>SIM021</c>, which stays the same whatever the words.</param>
/// <param name="Sentence">What is wrong.</param>
/// <param name="Hint">What to try; null when there is nothing useful to say.</param>
public sealed record ScenarioProblem(string Place, string Code, string Sentence, string? Hint);
