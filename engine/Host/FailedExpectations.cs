using System.Collections.Immutable;
using SystemSim.Analysis;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>What a run says of expectations that it does not meet. It is written all the same; but whoever looks at exit codes alone must
/// not take for whole what its workbook calls failed.</summary>
internal static class FailedExpectations
{
    /// <summary>How a command ends whose run was held to expectations.</summary>
    /// <param name="held">What came of them.</param>
    public static ExitCode Code(ImmutableArray<ExpectationResult> held) =>
        held.Any(result => result.IsFailed) ? ExitCode.Failed : ExitCode.Done;

    /// <summary>Which are not met, in a sentence; null where all are.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="held">What came of them.</param>
    public static string? Sentence(OpenScenario scenario, ImmutableArray<ExpectationResult> held) =>
        held.Count(result => result.IsFailed) is > 0 and var failed
            ? $"{failed} of {Counts.Of(held.Length, "expectation")} not met: systemsim check --expect {scenario.Named}"
            : null;
}
