using System.Collections.Immutable;
using SystemSim.Runs;

namespace SystemSim.Host;

/// <summary>How a command ends by what came of it.</summary>
internal static class ExitCodes
{
    private static readonly ImmutableArray<ExitCode> ByGravity =
        [ExitCode.Fault, ExitCode.Disk, ExitCode.WrongScenario, ExitCode.Failed, ExitCode.Difference, ExitCode.Done];

    /// <summary>The gravest of what occurred; <see cref="ExitCode.Done"/> when nothing did.</summary>
    public static ExitCode Gravest(IEnumerable<ExitCode> occurred) => occurred.DefaultIfEmpty(ExitCode.Done).MinBy(ByGravity.IndexOf);

    /// <summary>How a command ends of which nothing came.</summary>
    public static ExitCode Of(FailureKind kind) => kind switch
    {
        FailureKind.Fault => ExitCode.Fault,
        FailureKind.Question => ExitCode.WrongUsage,
        FailureKind.Scenario => ExitCode.WrongScenario,
        FailureKind.Invariant => ExitCode.Failed,
        FailureKind.Resource => ExitCode.Disk,
        FailureKind.Interrupted => ExitCode.Interrupted,
    };

    /// <summary>How a command ends that checks one scenario.</summary>
    public static ExitCode Of(Verdict verdict) =>
        Gravest([
            verdict.Stopped is { } stopped ? Of(stopped.Kind) : ExitCode.Done,
            !verdict.Problems.IsEmpty ? ExitCode.WrongScenario
            : verdict.Expectations.Any(result => !result.IsMet) ? ExitCode.Failed
            : ExitCode.Done,
        ]);
}
