using SystemSim.Model;

namespace SystemSim.Analysis;

/// <summary>What came of holding one expectation against the answers.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="WasHeld">Whether it could be held; not when it speaks of options that were not run, or of steps that were not kept.</param>
/// <param name="Failures">Every value that came out otherwise, one for each option or row concerned.</param>
public sealed record ExpectationResult(Expectation Expectation, bool WasHeld, ImmutableArray<ExpectationFailure> Failures)
{
    /// <summary>Whether it was held and all came out as stated.</summary>
    public bool IsMet => WasHeld && Failures.IsEmpty;

    /// <summary>Whether it was held and something came out otherwise.</summary>
    public bool IsFailed => !Failures.IsEmpty;
}
