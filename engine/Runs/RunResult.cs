using SystemSim.Analysis;
using SystemSim.Reporting;

namespace SystemSim.Runs;

/// <summary>What a run leaves.</summary>
public sealed record RunResult
{
    /// <summary>What was run.</summary>
    public required OpenScenario Scenario { get; init; }

    /// <summary>What came out with central values.</summary>
    public required Answers Answers { get; init; }

    /// <summary>What the draws come to; null where nothing was drawn.</summary>
    public required DrawAnswers? Draws { get; init; }

    /// <summary>How much of what moves the answer has a range; null where that was not looked into.</summary>
    public RangeCoverage? Coverage { get; init; }

    /// <summary>What each uncertain number does to the headline; null where that was not measured.</summary>
    public Tornado? Tornado { get; init; }

    /// <summary>What single numbers would have to be for the headline to turn, as far as that was looked for.</summary>
    public ImmutableArray<SwitchingValue> Switching { get; init; } = [];

    /// <summary>What it shows; null where only tidy files were wanted.</summary>
    public required Evidence? Evidence { get; init; }

    /// <summary>What came of its expectations.</summary>
    public required ImmutableArray<ExpectationResult> Held { get; init; }

    /// <summary>What the run shows of the scenario.</summary>
    public required ImmutableArray<RunFinding> Findings { get; init; }

    /// <summary>Its files, which are worked out when they are written: to a folder, or to memory. Only what belongs to a machine is for the
    /// caller to add: how long it took, and images.</summary>
    public required ResultsFolder Folder { get; init; }
}
