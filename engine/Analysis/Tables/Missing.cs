namespace SystemSim.Analysis;

/// <summary>What a scenario does not state.</summary>
/// <param name="Because">Why there is nothing, as a clause.</param>
/// <param name="Add">What to add; a sentence.</param>
public sealed record Missing(string Because, string Add);
