namespace SystemSim.Analysis;

/// <summary>One thing that every run obeys.</summary>
/// <param name="Name">Name in what is written.</param>
/// <param name="Meaning">What it is; one line.</param>
/// <param name="Tolerance">How nearly it holds, in words.</param>
public sealed record InvariantEntry(string Name, string Meaning, string Tolerance);
