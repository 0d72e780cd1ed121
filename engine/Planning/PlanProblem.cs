namespace SystemSim.Planning;

/// <summary>Why a scenario cannot be run, found only once its numbers are put together.</summary>
/// <param name="Path">Path in the scenario that it concerns, such as <c>services.gp.failure</c>.</param>
/// <param name="Problem">What is wrong; one sentence.</param>
/// <param name="Hint">What to try next; null when there is nothing useful to say.</param>
public sealed record PlanProblem(string Path, string Problem, string? Hint = null);
