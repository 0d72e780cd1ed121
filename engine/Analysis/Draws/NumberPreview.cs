namespace SystemSim.Analysis;

/// <summary>An uncertain number: what its distribution is in theory, and in some draws.</summary>
/// <param name="Name">Path in the scenario.</param>
/// <param name="Central">Its central value, in base units.</param>
/// <param name="Theory">Its distribution; null where its draws are given, or follow from those of others.</param>
/// <param name="Sampled">The draws; null where none was made.</param>
public sealed record NumberPreview(string Name, double Central, Moments? Theory, Moments? Sampled);
