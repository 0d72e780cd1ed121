using System.Collections.Immutable;

namespace SystemSim.Host;

/// <summary>What several scenarios come to together.</summary>
internal static class ExitCodes
{
    private static readonly ImmutableArray<ExitCode> ByGravity =
        [ExitCode.Fault, ExitCode.Disk, ExitCode.WrongScenario, ExitCode.Failed, ExitCode.Difference, ExitCode.Done];

    /// <summary>The gravest of what occurred; <see cref="ExitCode.Done"/> when nothing did.</summary>
    public static ExitCode Gravest(IEnumerable<ExitCode> occurred) => occurred.DefaultIfEmpty(ExitCode.Done).MinBy(ByGravity.IndexOf);
}
