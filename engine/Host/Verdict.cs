using System.Collections.Immutable;
using SystemSim.Analysis;
using SystemSim.Reading;

namespace SystemSim.Host;

/// <summary>What came of checking one scenario.</summary>
internal sealed record Verdict
{
    /// <summary>The scenario, as typed.</summary>
    public required string Scenario { get; init; }

    /// <summary>What it comes to.</summary>
    public ExitCode Code { get; init; }

    /// <summary>Why it could not be checked further; null when it could.</summary>
    public string? Stopped { get; init; }

    /// <summary>All that is wrong with it.</summary>
    public ImmutableArray<Diagnostic> Problems { get; init; } = [];

    /// <summary>All that its author should know.</summary>
    public ImmutableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>What came of its expectations; none when they were not held.</summary>
    public ImmutableArray<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>What will be drawn; null when nobody asked.</summary>
    public DrawPreview? Draws { get; init; }

    /// <summary>The verdict in one line.</summary>
    public string Line
    {
        get
        {
            var failed = Expectations.Count(result => !result.IsMet);
            string?[] parts =
            [
                Code == ExitCode.Done ? "passed" : "failed",
                Problems.IsEmpty ? null : Counts.Of(Problems.Length, "error"),
                Expectations.IsEmpty ? null
                    : failed == 0 ? $"{Counts.Of(Expectations.Length, "expectation")} met"
                    : $"{failed} of {Counts.Of(Expectations.Length, "expectation")} not met",
                Code == ExitCode.Disk ? null : Counts.Of(Findings.Length, "finding"),
            ];
            return $"{Scenario}: {string.Join(", ", parts.OfType<string>())}";
        }
    }
}
