namespace SystemSim.Kernel;

/// <summary>One check of a run in which checks are kept apart.</summary>
/// <param name="Invariant">What it checks.</param>
/// <param name="Row">Of which row.</param>
/// <param name="Section">When.</param>
/// <param name="Excess">Output that must not exceed the tolerance.</param>
/// <param name="Tolerance">Output that holds the tolerance.</param>
public sealed record Check(Invariant Invariant, int Row, Section Section, int Excess, int Tolerance);
