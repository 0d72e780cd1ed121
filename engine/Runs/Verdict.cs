using SystemSim.Analysis;
using SystemSim.Reading;

namespace SystemSim.Runs;

/// <summary>What came of checking one scenario.</summary>
public sealed record Verdict
{
    /// <summary>The scenario, as it was named.</summary>
    public required string Scenario { get; init; }

    /// <summary>Why it could not be checked further; null when it could.</summary>
    public RunFailure? Stopped { get; init; }

    /// <summary>Problems and findings, in the order in which they were found.</summary>
    public ImmutableArray<Diagnostic> Found { get; init; } = [];

    /// <summary>All that is wrong with it.</summary>
    public ImmutableArray<Diagnostic> Problems => [.. Found.Where(found => found.Severity == Severity.Error)];

    /// <summary>All that its author should know.</summary>
    public ImmutableArray<Diagnostic> Findings => [.. Found.Where(found => found.Severity == Severity.Finding)];

    /// <summary>What came of its expectations; none when they were not held.</summary>
    public ImmutableArray<ExpectationResult> Expectations { get; init; } = [];

    /// <summary>What will be drawn; null when nobody asked.</summary>
    public DrawPreview? Draws { get; init; }

    /// <summary>Whether nothing is wrong with it.</summary>
    public bool IsPassed => Stopped is null && Problems.IsEmpty && Expectations.All(result => result.IsMet);

    /// <summary>The verdict in one line.</summary>
    public string Line
    {
        get
        {
            var failed = Expectations.Count(result => !result.IsMet);
            string?[] parts =
            [
                IsPassed ? "passed" : "failed",
                Problems.IsEmpty ? null : Counts.Of(Problems.Length, "error"),
                Expectations.IsEmpty ? null
                    : failed == 0 ? $"{Counts.Of(Expectations.Length, "expectation")} met"
                    : $"{failed} of {Counts.Of(Expectations.Length, "expectation")} not met",
                Stopped is { Kind: FailureKind.Resource } ? null : Counts.Of(Findings.Length, "finding"),
            ];
            return $"{Scenario}: {string.Join(", ", parts.OfType<string>())}";
        }
    }
}
